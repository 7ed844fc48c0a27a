import { writeMime } from '../src/adapters/ses/mime.ts';
import { lastDayOfMonthOf } from '../src/domain/calendar-date.ts';
import type { Digest } from '../src/domain/digest.ts';
import { defaultPreferences, languages, type Preferences } from '../src/domain/preferences.ts';
import { digestMail } from '../src/mail/digest-mail.ts';
import { MAX_MAIL_BYTES } from '../src/mail/mail-size.ts';
import { cutDigest, everything, from, readerNumber, sentAt, to } from './mails.ts';
import { judge, type Result } from './result.ts';

const months = ['2026-01-01', '2026-04-01', '2026-07-01', '2026-09-01', '2026-10-01', '2026-12-01'] as const;
const fullestDays = ['2024-09-26', '2025-09-26', '2026-09-26', '2027-09-26', '2028-09-26'] as const;

/** Measures the largest mails from real events, in bytes as sent, in every language. */
export async function measureMailSize(onProgress: (part: number) => void): Promise<Result[]> {
  const results: Result[] = [];
  for (const [done, language] of languages.entries()) {
    onProgress(done / languages.length);
    const all = { ...everything, language, leadTimes: [30, 0] };
    const usual = { ...defaultPreferences, language };
    const of2000 = months.map((on) => cutDigest({ from: on, through: lastDayOfMonthOf(on) }, all, 2000));
    const ofOneDay = fullestDays.map((on) => cutDigest({ from: on, through: on }, usual));
    results.push(judgeSize(`mail-size: the worst of 2,000 items (${language})`, largest(of2000, all)));
    results.push(judgeSize(`mail-size: the worst 26 September (${language})`, largest(ofOneDay, usual)));
  }
  return results;
}

function largest(digests: readonly Digest[], preferences: Preferences): number {
  const reader = readerNumber(0, preferences);
  const mails = digests.map((digest) => writeMime({ from, to, mail: digestMail(digest, reader), date: sentAt }));
  return Math.max(...mails.map((mail) => mail.length));
}

function judgeSize(name: string, value: number): Result {
  const limit = { unit: 'bytes', yardstick: MAX_MAIL_BYTES, beside: 'the limit' };
  return judge({ name, value, ...limit }, { value: MAX_MAIL_BYTES });
}
