import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { counted } from './counts.ts';
import { date, dates, daysOf } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'Diplomatic anniversaries',
  subject: ({ pair, date: when, more, ...milestone }) => {
    const first = `${names.pair(pair)}: ${milestones.brief(milestone)}, ${date(when)}`;
    return more === 0 ? first : `${first}, and ${more} more`;
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
  covers: (coverage) => `This digest covers ${daysOf(coverage)}.`,
  coversLate: (coverage) => `This digest is late: it covers ${daysOf(coverage)}.`,
  nothingDue: 'Nothing is due.',
  whyEmpty: 'You receive this note because you asked to hear from us even when no milestone is due.',
  moreOnTheWeb: (count) => `${count} more, see the web page`,
  moreOn: (when, count) => `${date(when)}: ${count} more`,
  footer,
};
