import { describe, expect, test } from 'vitest';
import { milestonePath } from '../../src/domain/milestone.ts';
import { digestMail, type Mail } from '../../src/mail/digest-mail.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { linksOfHtml, linksOfText } from './parts-of-mail.ts';
import { readerWith, type SampleName, sampleDigest, sampleMail, samples } from './sample-digests.ts';

const names = Object.keys(samples).filter((name): name is SampleName => name in samples);

describe.each(names)('the mail of the digest "%s"', (name) => {
  const mail = sampleMail(samples[name]);

  test('loads nothing: no image, no style sheet, no script, no tracking pixel', () => {
    expect(mail.html).not.toMatch(
      /<(img|link|script|iframe|object|video|audio|form)\b|url\(|@import|\ssrc=|background=/i,
    );
  });

  test('links only to the unchanged addresses of sources and to our own pages', () => {
    const { links, sources } = readerWith(samples[name].preferences);
    const { timelines } = samples[name];
    const ofItems = timelines.flatMap((timeline) => {
      const page = `${links.site}/relations/${timeline.pair}?lang=en`;
      const files = timeline.events.flatMap((event) =>
        yearsOfSamples.map((years) => `${links.site}${milestonePath({ timeline, event, years })}?lang=en`),
      );
      return [page, `${page}#facts`, ...files];
    });
    const known = [...Object.values(links), ...ofItems, ...[...sources.values()].map(({ url }) => url)];
    expect(linksOfHtml(mail.html).filter((url) => !known.includes(url))).toEqual([]);
    expect(linksOfHtml(mail.html)).toEqual(expect.arrayContaining(Object.values(links)));
  });
});

/** Every number of years that a sample may contain. */
const yearsOfSamples = Array.from({ length: 300 }, (_, years) => years);

describe('an item', () => {
  test('leads to the page of its pair, its fact sheet and a calendar file of the milestone, in both parts', () => {
    const { text, html } = sampleMail(samples.weekly);
    for (const link of [
      'https://jubilee.example/relations/CN-LS?lang=en',
      'https://jubilee.example/relations/CN-LS?lang=en#facts',
      'https://jubilee.example/milestones/CN-LS/1994-01-12-resumed-30.ics?lang=en',
    ]) {
      expect(html).toContain(`href="${link}"`);
      expect(linksOfText(text)).toContain(link);
    }
  });

  test('has no calendar file if its day is not recorded', () => {
    expect(sampleMail(samples['month-precise']).html).not.toMatch(/milestones\/[A-Z-]+\/\d{4}(-\d{2})?-[a-z]/);
  });
});

describe('the subject', () => {
  test('names a jubilee before a milestone that comes sooner', () => {
    const sooner = aTimeline('CN-SD', anEvent('established', '1959-02-04'));
    const jubilee = aTimeline('CN-FR', anEvent('established', '1974-02-06'));
    const preferences = preferencesWith({ states: ['CN'], leadTimes: [30] });
    const mail = sampleMail({ on: '2024-01-05', through: '2024-01-11', timelines: [sooner, jubilee], preferences });
    expect(mail.subject).toBe('50th anniversary of relations, 6 February 2024: China–France (+1)');
  });

  test('names a pair the reader chose before a jubilee of others', () => {
    const own = aTimeline('CN-SD', anEvent('established', '1959-02-07'));
    const jubilee = aTimeline('CN-FR', anEvent('established', '1974-02-06'));
    const preferences = preferencesWith({ states: ['FR'], pairs: ['CN-SD'], leadTimes: [30] });
    const mail = sampleMail({ on: '2024-01-05', through: '2024-01-11', timelines: [own, jubilee], preferences });
    expect(mail.subject).toBe('65th anniversary of relations, 7 February 2024: China–Sudan (+1)');
  });

  test('names the first milestone, its date and how many more there are', () => {
    expect(sampleMail(samples['china-lesotho']).subject).toBe(
      '30th anniversary of resumption, 12 January 2024: China–Lesotho (+1)',
    );
  });

  test('counts no more when there is one milestone', () => {
    expect(sampleMail(samples.weekly).subject).toBe('30th anniversary of resumption, 12 January 2024: Lesotho–China');
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

  test('of several days says why it lists milestones further ahead', () => {
    expect(sampleMail(samples.weekly).text).toContain('Milestones to prepare now');
  });

  test('of one day omits that', () => {
    expect(sampleMail(samples['china-lesotho']).text).not.toContain('Milestones to prepare now');
  });

  test('with nothing due says so, and why it was sent anyway', () => {
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
