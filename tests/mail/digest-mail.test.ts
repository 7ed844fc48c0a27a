import { describe, expect, test } from 'vitest';
import { digestMail, type Mail } from '../../src/mail/digest-mail.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { linksOfHtml } from './parts-of-mail.ts';
import { readerWith, type SampleName, sampleDigest, sampleMail, samples } from './sample-digests.ts';

const names = Object.keys(samples).filter((name): name is SampleName => name in samples);

describe.each(names)('the mail of the digest "%s"', (name) => {
  const mail = sampleMail(samples[name]);

  test('loads nothing: no image, no style sheet, no script, no tracking pixel', () => {
    expect(mail.html).not.toMatch(
      /<(img|link|script|iframe|object|video|audio|form)\b|url\(|@import|\ssrc=|background=/i,
    );
  });

  test('leads only to the sources as they are and to the pages of the reader', () => {
    const { links, sources } = readerWith(samples[name].preferences);
    const known = [...Object.values(links), ...[...sources.values()].map(({ url }) => url)];
    expect(linksOfHtml(mail.html).filter((url) => !known.includes(url))).toEqual([]);
    expect(linksOfHtml(mail.html)).toEqual(expect.arrayContaining(Object.values(links)));
  });
});

describe('the subject', () => {
  test('names the first milestone, its date and how many more there are', () => {
    expect(sampleMail(samples['china-lesotho']).subject).toBe(
      'China–Lesotho: 30 years since relations resumed, 12 January 2024, and 1 more',
    );
  });

  test('counts no more when there is one milestone', () => {
    expect(sampleMail(samples.weekly).subject).toBe('China–Lesotho: 30 years since relations resumed, 12 January 2024');
  });

  test('says that nothing is due', () => {
    expect(sampleMail(samples.empty).subject).toBe('No diplomatic anniversary is due: 5 January 2024');
  });
});

describe('the digest', () => {
  test('says when each group falls, days before months before years', () => {
    expect(headings(sampleMail(samples['month-precise']))).toEqual([
      'Tomorrow — Sunday 3 March 2024',
      'In 363 days — Friday 28 February 2025',
      'In April 2024 (day not recorded)',
      'In 2025 (day and month not recorded)',
    ]);
  });

  test('says what is past, what is today and what is ahead', () => {
    expect(headings(sampleMail(samples.late))).toEqual([
      '2 days ago — Wednesday 3 January 2024',
      'Today — Friday 5 January 2024',
      'In 7 days — Friday 12 January 2024',
    ]);
  });

  test('never shows a month or a year as if it were a day', () => {
    const { text } = sampleMail(samples['month-precise']);
    expect(text).not.toMatch(/\b1 (April|January) (2024|2025)/);
  });

  test('that comes late says so and which days it covers', () => {
    expect(sampleMail(samples.late).text).toContain('This digest is late: it covers 3 to 5 January 2024.');
  });

  test('of several days says which days it covers', () => {
    expect(sampleMail(samples.weekly).text).toContain('This digest covers 8 to 14 January 2024.');
  });

  test('of its own day alone has no need to say what it covers', () => {
    expect(sampleMail(samples['china-lesotho']).text).not.toContain('covers');
  });

  test('with nothing due says so, and why it was sent all the same', () => {
    const { text } = sampleMail(samples.empty);
    expect(text).toContain('Nothing is due.');
    expect(text).toContain('because you asked to hear from us even when no milestone is due');
  });

  test('escapes what the data says', () => {
    const timeline = aTimeline('CN-LS', anEvent('established', '1994-01-12', { as: ['<b>"Basutoland"</b>'] }));
    const { html } = sampleMail({ on: '2024-01-12', timelines: [timeline], preferences: preferencesWith() });
    expect(html).toContain('(as &lt;b&gt;&quot;Basutoland&quot;&lt;/b&gt;)');
  });

  test('links to no address but web addresses', () => {
    const source = {
      id: 'mfa-cn-list',
      publisher: 'P',
      title: 'T',
      grade: 'weak',
      url: 'javascript:alert(1)',
    } as const;
    const preferences = preferencesWith();
    const reader = { ...readerWith(preferences), sources: new Map([[source.id, source]]) };
    const digest = sampleDigest({ on: '2024-01-12', timelines: [chinaLesotho], preferences });
    expect(digestMail(digest, reader).html).not.toContain('javascript:');
  });

  test('names a source by its key when it is not on file', () => {
    const preferences = preferencesWith();
    const digest = sampleDigest({ on: '2024-01-12', timelines: [chinaLesotho], preferences });
    expect(digestMail(digest, { ...readerWith(preferences), sources: new Map() }).text).toContain(
      'Sources: mfa-cn-list',
    );
  });

  test('is the same to the letter whenever it is composed again', () => {
    expect(sampleMail(samples.disputed)).toEqual(sampleMail(samples.disputed));
  });
});

/** What stands over a rule in the text part. */
function headings({ text }: Mail): string[] {
  return [...text.matchAll(/^(.+)\n=+$/gm)].map(([, heading]) => heading ?? '');
}
