import { expect, test } from 'vitest';
import { mimeOf } from '../../src/adapters/ses/mime.ts';
import { digestMail } from '../../src/mail/digest-mail.ts';
import { MAX_MAIL_BYTES } from '../../src/mail/mail-size.ts';
import { preferencesWith } from '../support/builders.ts';
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
  const mime = mimeOf({ from, to: 'desk@ministry.example', mail, date: new Date('2024-09-26') });
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
  expect(subject).toMatch(/ \(\+499\)$/);
  expect(text).toContain('· 500 milestones');
});

const from = { name: 'Jubilee', address: 'alerts@jubilee.example' };
