import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { inMemory, theApi } from '../../bench/served-api.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import type { Change } from '../../src/domain/change.ts';
import { languages } from '../../src/domain/preferences.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { anEvent, aState, aTimeline } from '../support/builders.ts';

const change = (pair: 'CN-MK' | 'FR-LS', release: string, reason: string) =>
  ({
    ...{ release, pair, reason, sources: [] },
    before: { kind: 'established', date: '1993-10-21', evidence: 'unconfirmed' },
    after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
    what: 'day',
  }) as const;

const states = ['CN', 'FR', 'LS', 'MK'].map((code) => aState(code));
const timelines = [
  {
    ...aTimeline('CN-MK', anEvent('established', '1993-10-12')),
    changes: [change('CN-MK', '2026.12.1', 'The ministry.')],
  },
  { ...aTimeline('FR-LS', anEvent('established', '1993-10-12')), changes: [change('FR-LS', '2027.1.1', 'A note.')] },
];
const dataset = inMemory({ timelines, sources: [], states });
const app = theApi({ dataset: async () => dataset });
const textOf = async (path: string) => (await app.request(path)).text();

test('the page of changes has the latest release first, with the old date, the new one and the reason', async () => {
  const html = await textOf('/changes');
  expect(html.indexOf('2027.1.1')).toBeLessThan(html.indexOf('2026.12.1'));
  expect(html).toContain('Given before: established 21 October 1993, unconfirmed');
  expect(html).toContain('Given now: established 12 October 1993');
  expect(html).toContain('The ministry.');
});

test('the page of one state has only its own changes', async () => {
  const html = await textOf('/changes?state=CN');
  expect(html).toContain('The ministry.');
  expect(html).not.toContain('A note.');
});

test('the changes of a pair stand on its page and in the API', async () => {
  expect(await textOf('/relations/CN-MK')).toMatch(
    /What has changed here[\s\S]+1 December 2026[\s\S]+Given before: established 21 Oct/,
  );
  expect(JSON.parse(await textOf('/v1/relations/CN-MK')).changes).toMatchObject([
    { release: '2026.12.1', what: 'day' },
  ]);
});

describe('a date that has become disputed', () => {
  const now = { kind: 'established', date: '1995-04-26', evidence: 'disputed' } as const;
  const disputed: Change = {
    ...{ release: '2026.12.1', pair: 'AD-AR', what: 'evidence', reason: 'They differ.', sources: [] },
    before: { ...now, evidence: 'listed' },
    after: now,
  };
  const released = (event: RelationEvent, ...changes: readonly Change[]) => {
    const timeline = { ...aTimeline('AD-AR', event), changes };
    const held = inMemory({ timelines: [timeline], sources: [], states: [aState('AD'), aState('AR')] });
    return theApi({ dataset: async () => held });
  };
  const other = { kind: 'established', date: '1995-04-28', sources: ['enwiki-ar'] } as const;
  const current = released(anEvent(now.kind, now.date, { ...now, alternatives: [other] }), disputed);
  const places = ['/changes', '/relations/AD-AR', '/feeds/changes.atom', '/feeds/changes-AD-AR.atom'];

  test.each(languages)('appears with all its days on pages and in feeds in the language "%s"', async (language) => {
    const { milestones, corrections, labelled } = wordingIn(language);
    const act = milestones.event({ ...now, dates: [now.date, other.date], note: '' });
    for (const path of places) {
      const response = await current.request(`${path}?lang=${language}`);
      expect(await response.text(), path).toContain(labelled(corrections.labels.now, act));
    }
  });

  test('has all its days and their sources, for programs', async () => {
    const sources = anEvent(now.kind, now.date).sources;
    const days = [
      { date: now.date, sources },
      { date: other.date, sources: other.sources },
    ];
    const [listed] = JSON.parse(await (await current.request('/v1/changes')).text()).changes;
    expect(listed).toEqual({ ...disputed, after: { ...now, days } });
    expect(JSON.parse(await (await current.request('/v1/relations/AD-AR')).text()).changes).toEqual([listed]);
  });

  test('gives programs no days that its release may not have given, once a later one has changed it', async () => {
    const settled: Change = { ...disputed, release: '2027.1.1', before: now, after: { ...now, evidence: 'official' } };
    const response = await released(anEvent(now.kind, now.date), settled, disputed).request('/v1/changes');
    const [first, second] = JSON.parse(await response.text()).changes;
    expect(first).toEqual(disputed);
    expect(second).toMatchObject({ before: now, after: { days: [{ date: now.date }] } });
  });

  test('appears with the day that its release gave, once a later one has changed it', async () => {
    const settled: Change = { ...disputed, release: '2027.1.1', before: now, after: { ...now, evidence: 'official' } };
    const response = await released(anEvent(now.kind, now.date), settled, disputed).request('/relations/AD-AR');
    expect(await response.text()).toContain('Given now: established 26 April 1995, date disputed');
  });
});

test('an invalid page of changes is refused', async () => {
  expect((await app.request('/changes?page=0')).status).toBe(400);
  expect(await textOf('/changes?page=7')).toContain('Nothing has changed yet');
});

describe('programs', () => {
  const listed = async (query: string) => JSON.parse(await textOf(`/v1/changes?${query}`));

  test('get the changes of the earliest release first, a page at a time, each once', async () => {
    const first = await listed('limit=1');
    expect(first.changes).toMatchObject([{ release: '2026.12.1', pair: 'CN-MK' }]);
    const second = await listed(`limit=1&cursor=${first.next}`);
    expect(second).toMatchObject({ changes: [{ release: '2027.1.1', pair: 'FR-LS' }], next: null });
    const { headers } = await app.request('/v1/changes?limit=1');
    expect(headers.get('Link')).toBe(`<https://jubilee.example/v1/changes?limit=1&cursor=${first.next}>; rel="next"`);
  });

  test.each([
    ['since=2026-12-02', ['FR-LS']],
    ['since=2026-12-01', ['CN-MK', 'FR-LS']],
    ['state=MK', ['CN-MK']],
    ['pair=LS-FR', ['FR-LS']],
  ])('may ask for a part: %s', async (query, pairs) => {
    expect((await listed(query)).changes.map(({ pair }: { pair: string }) => pair)).toEqual(pairs);
  });

  test.each(['since=yesterday', 'state=XX', 'cursor=abc', 'limit=0', 'sinse=2026-12-01'])(
    'get an error that names what is wrong with %s',
    async (query) => {
      const response = await app.request(`/v1/changes?${query}`);
      expect(response.status).toBe(400);
      expect(response.headers.get('Content-Type')).toContain('problem+json');
    },
  );
});

describe('a feed of changes', () => {
  test('has the latest first, each dated by its release and with the old date, the new one and the reason', async () => {
    const feed = await textOf('/feeds/changes.atom');
    expect(feed.indexOf('France – Lesotho')).toBeLessThan(feed.indexOf('China – North Macedonia'));
    expect(feed).toContain('<updated>2026-12-01T00:00:00Z</updated>');
    expect(feed).toContain('Given before: established 21 October 1993');
    expect(feed).toContain('The ministry.');
  });

  test.each([
    ['/feeds/changes-CN.atom', true, false],
    ['/feeds/changes-FR-LS.atom', false, true],
  ])('of one state or pair has only its own changes: %s', async (path, ofChina, ofFrance) => {
    const feed = await textOf(path);
    expect([feed.includes('CN-MK'), feed.includes('FR-LS:')]).toEqual([ofChina, ofFrance]);
  });

  test.each(['/feeds/changes-XX.atom', '/feeds/changes-.atom', '/feeds/changesCN.atom'])(
    'does not exist at %s',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );

  test('splits a large release into pages, and links from page to page reach all of it', async () => {
    const days = Array.from({ length: 450 }, (_, index) => addDays('1990-01-01', index));
    const changes = days.map((date): Change => {
      const after = { kind: 'established', date, evidence: 'listed' } as const;
      return { ...{ release: '2026.12.1', pair: 'FR-LS', what: 'new', reason: 'New.', sources: [] }, after };
    });
    const timeline = { ...aTimeline('FR-LS', anEvent('established', '1990-01-01')), changes };
    const large = inMemory({ timelines: [timeline], sources: [], states });
    const site = theApi({ dataset: async () => large });
    const linkIn = (text: string, rel: string) =>
      new RegExp(`<link rel="${rel}" type="application/atom[+]xml" href="(.+?)"`)
        .exec(text)?.[1]
        ?.replace('&amp;', '&');

    const read: { ids: string[]; self: string | undefined }[] = [];
    let next: string | undefined = 'https://jubilee.example/feeds/changes.atom?lang=en';
    while (next !== undefined) {
      const text = await (await site.request(next)).text();
      const feed = await new Parser().parseString(text);
      expect(linkIn(text, 'first')).toBe('https://jubilee.example/feeds/changes.atom?lang=en');
      expect(linkIn(text, 'previous')).toBe(read.at(-1)?.self);
      read.push({ ids: feed.items.map(({ id }) => String(id)), self: feed.feedUrl });
      next = linkIn(text, 'next');
    }
    expect(read.map(({ ids }) => ids.length)).toEqual([200, 200, 50]);
    expect(new Set(read.flatMap(({ ids }) => ids)).size).toBe(450);
    expect(read[0]?.ids[0]).toContain(days.at(-1));
  });

  test.each(['page=0', 'page=two', 'page=1000', 'pag=2'])('has no page for %s', async (query) => {
    expect((await app.request(`/feeds/changes.atom?${query}`)).status).toBe(400);
  });

  test.each(languages)('is valid for an independent feed reader, in the language "%s"', async (language) => {
    const feed = await new Parser().parseString(await textOf(`/feeds/changes.atom?lang=${language}`));
    expect(feed.items).toHaveLength(2);
  });
});
