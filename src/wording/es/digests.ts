import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { date, dates, formats, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Aniversarios diplomáticos',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${milestones.brief({ kind, years })}, ${when}: ${names}`;
    return more === 0 ? first : `${first} (+${more})`;
  },
  subjectWhenEmpty: (on) => `Ningún aniversario diplomático previsto: ${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when}: ${pairs.join(', ')}`).join('. '),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return 'Hoy';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? 'Mañana' : 'Ayer';
    return daysAhead > 0 ? `Dentro de ${daysAhead} días` : `Hace ${-daysAhead} días`;
  },
  count: (milestones) =>
    `${milestones} ${formats.plural(milestones, { one: 'fecha señalada', other: 'fechas señaladas' })}`,
  toPrepare: 'Aniversarios que conviene preparar ya',
  coversLate: (coverage) => `Este resumen llega con retraso; abarca los días siguientes: ${fromTo(coverage)}.`,
  nothingDue: 'No hay nada previsto.',
  whyEmpty: 'Recibe este mensaje porque pidió noticias también cuando no haya ninguna fecha señalada.',
  more: (count) => `${count} más en la lista completa`,
  links: { page: 'Página', facts: 'Ficha', calendar: 'Cita de calendario' },
  footer,
};
