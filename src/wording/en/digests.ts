import { isDay } from '../../domain/calendar-date.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { DigestMessages } from '../catalogue.ts';
import { counted, ordinal, years as yearsOf } from './counts.ts';
import { date, dates, fromTo } from './dates.ts';
import { footer } from './footer.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Diplomatic anniversaries',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${anniversaries[kind](years)}, ${when}: ${names}`;
    return more === 0 ? first : `${first} (+${more})`;
  },
  subjectWhenEmpty: (on) => `No diplomatic anniversary is due: ${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when}: ${pairs.join(', ')}`).join('. '),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return 'Today';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? 'Tomorrow' : 'Yesterday';
    return daysAhead > 0 ? `In ${daysAhead} days` : `${-daysAhead} days ago`;
  },
  count: (milestones) => counted(milestones, 'milestone', 'milestones'),
  toPrepare: 'Milestones to prepare now',
  coversLate: (coverage) => `This digest is late: it covers ${fromTo(coverage)}.`,
  nothingDue: 'Nothing is due.',
  whyEmpty: 'You receive this note because you asked to hear from us even when no milestone is due.',
  more: (count) => `${count} more in the complete list`,
  links: { page: 'Page', facts: 'Fact sheet', calendar: 'Calendar entry' },
  footer,
};

/** Without "since …, 12 January 2024", which reads as if relations had begun on that day. */
const anniversaries: Readonly<Record<EventKind, (count: number) => string>> = {
  recognised: (count) => `${ordinal(count)} anniversary of recognition`,
  consular: (count) => `${ordinal(count)} anniversary of consular relations`,
  established: (count) => `${ordinal(count)} anniversary of relations`,
  upgraded: (count) => `${ordinal(count)} anniversary of the upgrade`,
  severed: (count) => `${yearsOf(count)} since the break`,
  resumed: (count) => `${ordinal(count)} anniversary of resumption`,
};
