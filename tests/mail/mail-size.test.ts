import { expect, test } from 'vitest';
import { mimeOf } from '../../src/adapters/mime.ts';
import { addDays, type PartialDate } from '../../src/domain/calendar-date.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DueMilestone } from '../../src/domain/milestone.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { digestMail } from '../../src/mail/digest-mail.ts';
import { MAX_MAIL_BYTES } from '../../src/mail/mail-size.ts';
import { anEvent, aTimeline, preferring } from '../support/builders.ts';
import { readerWith } from './sample-digests.ts';

const preferences = preferring({
  states: ['VC', 'ST', 'BA', 'TT'],
  leadTimes: Array.from({ length: 60 }, (_, n) => n),
});

test.each([
  [1, 'plain'],
  [20, 'plain'],
  [45, 'plain'],
  [60, 'plain'],
  [500, 'plain'],
  [2000, 'plain'],
  [20, 'long'],
  [500, 'long'],
  [2000, 'long'],
  [2000, 'wide'],
] as const)('a digest of %i %s items weighs at most 90 kB as it is sent', async (count, manner) => {
  const mail = digestMail(aDigestOf(count, manner), readerWith(preferences));
  const shown = mail.html.split('<h3').length - 1;
  const mime = await mimeOf({ from, to: 'desk@ministry.example', mail, date: new Date('2024-09-26') });
  expect(mime.length).toBeLessThanOrEqual(MAX_MAIL_BYTES);
  if (shown < count) expect(mime.length).toBeGreaterThan(MAX_MAIL_BYTES * 0.7);
});

test('a day of twenty milestones is told whole', () => {
  const { html, text } = digestMail(aDigestOf(20, 'plain'), readerWith(preferences));
  expect(html.split('<h3')).toHaveLength(21);
  expect(text).not.toContain('see the web page');
});

test('what does not fit is left out at the end, counted, and linked to by its dates', () => {
  const { html, text } = digestMail(aDigestOf(500, 'plain'), readerWith(preferences));
  const shown = html.split('<h3').length - 1;
  const onFirstDay = 250 - shown;
  expect(text).toContain(`${500 - shown} more, see the web page`);
  expect(text).toContain(`26 September 2024: ${onFirstDay} more: https://jubilee.example/on/2024-09-26`);
  expect(text).toContain('27 September 2024: 250 more: https://jubilee.example/on/2024-09-27');
  expect(html).toContain('href="https://jubilee.example/on/2024-09-26"');
});

test('the subject and the number of milestones count what is left out as well', () => {
  const { subject, text } = digestMail(aDigestOf(500, 'plain'), readerWith(preferences));
  expect(subject).toMatch(/, and 499 more$/);
  expect(text).toContain('· 500 milestones');
});

const from = { name: 'Jubilee', address: 'alerts@jubilee.example' };

/** Two days of milestones, half on each: short ones, with much to tell of each, or full of characters beyond ASCII. */
function aDigestOf(count: number, manner: 'plain' | 'long' | 'wide'): Digest {
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
  return { on, coverage: { from: on, through: on }, isLate: false, groups: due };
}

function aMilestone(date: PartialDate, manner: 'plain' | 'long' | 'wide'): DueMilestone {
  const event = manner === 'plain' ? plain : disputedWith(notes[manner]);
  const timeline = aTimeline(manner === 'plain' ? 'CN-LS' : 'CD-VC', anEvent('severed', '1990-04-07'), event);
  return { timeline, event, years: 30, date, leadTime: 0 };
}

const plain = anEvent('established', '1994-09-26', { sources: ['enwiki-cn', 'mfa-cn-list'] });
const notes = { long: `as ${'predecessor of a state '.repeat(9)}`, wide: `as ${'前身国家'.repeat(40)}` };

function disputedWith(note: string): RelationEvent {
  return anEvent('established', '1994-09-26', {
    note,
    sources: ['mfa-cn-list', 'enwiki-cn', 'zhwiki-cn', 'chinanews-ls', 'handbook'],
    standing: 'disputed',
    alternatives: [{ kind: 'established', date: '1994-09-27', sources: ['zhwiki-cn'] }],
  });
}
