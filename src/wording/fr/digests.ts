import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { date, dates, daysOf, formats } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Anniversaires diplomatiques',
  subject: ({ pair, date: when, more, ...milestone }) => {
    const first = `${names.pair(pair)} : ${milestones.brief(milestone)}, ${date(when)}`;
    return more === 0
      ? first
      : `${first}, et ${formats.plural(more, { one: `${more} autre`, other: `${more} autres` })}`;
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
  covers: (coverage) => `Ce récapitulatif porte sur les jours suivants : ${daysOf(coverage)}.`,
  coversLate: (coverage) =>
    `Ce récapitulatif arrive en retard ; il porte sur les jours suivants : ${daysOf(coverage)}.`,
  nothingDue: 'Rien à signaler.',
  whyEmpty: 'Vous recevez ce message parce que vous avez demandé des nouvelles même quand il n’y a aucune échéance.',
  moreOnTheWeb: (count) => `Encore ${count} : voir la page web`,
  moreOn: (when, count) => `${date(when)} : encore ${count}`,
  footer,
};
