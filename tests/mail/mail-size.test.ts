import { expect, test } from 'vitest';
import { writeMime } from '../../src/adapters/ses/mime.ts';
import type { Correction } from '../../src/domain/correction.ts';
import { languages } from '../../src/domain/preferences.ts';
import { digestMail } from '../../src/mail/digest-mail.ts';
import { MAX_MAIL_BYTES } from '../../src/mail/mail-size.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { anEvent, aTimeline, preferencesWith } from '../support/builders.ts';
import { aDigestOf } from './digests-of-many.ts';
import { readerWith } from './sample-digests.ts';

const preferences = preferencesWith({
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
  const mime = writeMime({ from, to: 'desk@ministry.example', mail, date: new Date('2024-09-26') });
  expect(mime.length).toBeLessThanOrEqual(MAX_MAIL_BYTES);
  if (shown < count) expect(mime.length).toBeGreaterThan(MAX_MAIL_BYTES * 0.7);
});

test('a day of twenty milestones fits completely', () => {
  const { html, text } = digestMail(aDigestOf(20, 'plain'), readerWith(preferences));
  expect(html.split('<h3')).toHaveLength(21);
  expect(text).not.toContain('in the complete list');
});

test('what does not fit is left out at the end, counted, and linked to with the reader’s own filter and days', () => {
  const wished = { ...preferences, states: ['CN', 'LS'], leadTimes: [7, 1] };
  const { html, text } = digestMail(aDigestOf(500, 'plain'), readerWith(wished));
  const shown = html.split('<h3').length - 1;
  const { from, through } = aDigestOf(500, 'plain').coverage;
  const url = `https://jubilee.example/due?from=${from}&through=${through}&states=CN,LS&leadTimes=7,1&lang=en`;
  expect(text).toContain(`${500 - shown} more in the complete list: ${url}`);
  expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
});

test('the subject and the number of milestones count what is left out as well', () => {
  const { subject, text } = digestMail(aDigestOf(500, 'plain'), readerWith(preferences));
  expect(subject).toMatch(/ \(\+499\)$/);
  expect(text).toContain('· 500 milestones');
});

test.each(languages.flatMap((language) => [[300, 0, language] as const, [300, 500, language] as const]))(
  'a release of %i changes beside %i milestones is one readable mail of at most 90 kB in the language "%s"',
  (changes, due, language) => {
    const wished = { ...preferences, language };
    const digest = { ...aDigestOf(due, 'plain'), corrections: correctionsOf(changes) };
    const mail = digestMail(digest, readerWith(wished));
    const mime = writeMime({ from, to: 'desk@ministry.example', mail, date: new Date('2024-09-26') });
    expect(mime.length).toBeLessThanOrEqual(MAX_MAIL_BYTES);
    const { labels, more } = wordingIn(language).corrections;
    const shown = mail.text.split(`${labels.now}`).length - 1;
    expect(shown).toBeGreaterThanOrEqual(due === 0 ? 15 : 12);
    expect(mail.text).toContain(more(changes - shown));
    expect(mail.text).toContain(`https://jubilee.example/changes?lang=${language}`);
  },
);

function correctionsOf(count: number): Correction[] {
  const timeline = aTimeline('BA-TT', anEvent('established', '1994-09-28'));
  const before = { kind: 'established', date: '1994-10-28', evidence: 'unconfirmed' } as const;
  const after = { kind: 'established', date: '1994-09-28', evidence: 'official' } as const;
  const reason = 'Ministry of Foreign and CARICOM Affairs of Trinidad and Tobago gives this date in its list of 2024.';
  const change = {
    release: '2024.9.1',
    pair: 'BA-TT',
    before,
    after,
    what: 'day',
    reason,
    sources: ['mfa-cn-list'],
  } as const;
  const [event] = timeline.events;
  const milestone = event && { timeline, event, years: 30, date: '2024-09-28' as const };
  return Array.from({ length: count }, () => ({
    timeline,
    change,
    appliedOn: '2024-09-26',
    ...(milestone && { milestone }),
  }));
}

const from = { name: 'Jubilee', address: 'alerts@jubilee.example' };
