import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { date, dates, formats, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Anniversaires diplomatiques',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${milestones.brief({ kind, years })}, ${when} : ${names}`;
    return more === 0 ? first : `${first} (+${more})`;
  },
  subjectWhenEmpty: (on) => `Aucun anniversaire diplomatique à signaler : ${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when} : ${pairs.join(', ')}`).join('. '),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return 'Aujourd’hui';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? 'Demain' : 'Hier';
    return daysAhead > 0 ? `Dans ${daysAhead} jours` : `Il y a ${-daysAhead} jours`;
  },
  count: (milestones) => `${milestones} ${formats.plural(milestones, { one: 'échéance', other: 'échéances' })}`,
  toPrepare: 'Échéances à préparer dès maintenant',
  coversLate: (coverage) =>
    `Ce récapitulatif arrive en retard ; il porte sur les jours suivants : ${fromTo(coverage)}.`,
  nothingDue: 'Rien à signaler.',
  whyEmpty: 'Vous recevez ce message parce que vous avez demandé des nouvelles même quand il n’y a aucune échéance.',
  more: (count) => `Encore ${count} dans la liste complète`,
  links: { page: 'Page', facts: 'Fiche', calendar: 'Rendez-vous d’agenda' },
  footer,
};
