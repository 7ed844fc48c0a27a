import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { days } from './counts.ts';
import { date, dates, formats, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Дипломатические годовщины',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${milestones.brief({ kind, years })}, ${when}: ${names}`;
    return more === 0 ? first : `${first} (+${more})`;
  },
  subjectWhenEmpty: (on) => `Дипломатических годовщин нет: ${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when}: ${pairs.join(', ')}`).join('. '),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return 'Сегодня';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? 'Завтра' : 'Вчера';
    return daysAhead > 0 ? `Через ${days(daysAhead)}` : `${days(-daysAhead)} назад`;
  },
  count: (count) =>
    `${count} ${formats.plural(count, { one: 'памятная дата', few: 'памятные даты', many: 'памятных дат', other: 'памятной даты' })}`,
  toPrepare: 'К этим датам пора готовиться',
  coversLate: (coverage) => `Эта сводка запоздала; она охватывает дни: ${fromTo(coverage)}`,
  nothingDue: 'Памятных дат нет.',
  whyEmpty: 'Вы получаете это письмо, потому что просили писать и тогда, когда памятных дат нет.',
  more: (count) => `Ещё ${count} в полном списке`,
  links: { page: 'Страница', facts: 'Справка', calendar: 'Событие календаря' },
  footer,
};
