import { addDays, type PartialDate } from '../../src/domain/calendar-date.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DueMilestone } from '../../src/domain/milestone.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

/** Two days of milestones, half on each: short ones, with much to tell of each, or full of characters beyond ASCII. */
export function aDigestOf(count: number, manner: 'plain' | 'long' | 'wide'): Digest {
  const on = '2024-09-26';
  const first = Math.ceil(count / 2);
  const groups = [0, 1].map((daysAhead) => ({
    date: addDays(on, daysAhead),
    daysAhead,
    milestones: Array.from({ length: daysAhead === 0 ? first : count - first }, () =>
      aMilestone(addDays(on, daysAhead), manner),
    ),
  }));
  const due = groups.filter(({ milestones }) => milestones.length > 0);
  return { on, coverage: { from: on, through: on }, isLate: false, groups: due, corrections: [] };
}

function aMilestone(date: PartialDate, manner: 'plain' | 'long' | 'wide'): DueMilestone {
  const event = manner === 'plain' ? plain : disputedWith(notes[manner]);
  const timeline = aTimeline(manner === 'plain' ? 'CN-LS' : 'CD-VC', anEvent('severed', '1990-04-07'), event);
  return { timeline, event, years: 30, date, leadTime: 0 };
}

const plain = anEvent('established', '1994-09-26', { sources: ['enwiki-cn', 'mfa-cn-list'] });
const notes = { long: `${'predecessor of a state '.repeat(9)}`, wide: `${'前身国家'.repeat(40)}` };

function disputedWith(predecessor: string): RelationEvent {
  return anEvent('established', '1994-09-26', {
    as: [predecessor],
    sources: ['mfa-cn-list', 'enwiki-cn', 'zhwiki-cn', 'chinanews-ls', 'handbook'],
    evidence: 'disputed',
    alternatives: [{ kind: 'established', date: '1994-09-27', sources: ['zhwiki-cn'] }],
  });
}
