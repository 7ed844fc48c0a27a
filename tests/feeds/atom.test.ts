import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import Parser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import type { Milestone } from '../../src/domain/milestone.ts';
import { type AtomFeed, atomFeed } from '../../src/feeds/atom.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

const xml = new XMLParser({ ignoreAttributes: false, htmlEntities: false });

function aFeed(milestones: readonly Milestone[], overrides: Partial<AtomFeed> = {}): string {
  return atomFeed({
    followed: { state: 'CN' },
    milestones,
    leadTime: 30,
    today: '2024-01-05',
    language: 'en',
    leapDay: 'feb28',
    sources: new Map(),
    site: 'https://jubilee.example',
    path: '/feeds/CN.atom?policy=tens&lead=30',
    page: '/states/CN',
    pagePath: (pair) => `/relations/${pair}`,
    ...overrides,
  });
}

const resumption: Milestone = {
  timeline: chinaLesotho,
  event: chinaLesotho.events[2] ?? anEvent('resumed', '1994-01-12'),
  years: 30,
  date: '2024-01-12',
};

test('a feed reader reads the milestone, when it came within the lead time, its page and its facts', async () => {
  const { items, title } = await new Parser().parseString(aFeed([resumption]));
  expect(title).toBe('China: diplomatic anniversaries');
  expect(items).toEqual([
    expect.objectContaining({
      id: 'tag:jubilee,2026:CN-LS-1994-01-12-resumed-30',
      title: '30th anniversary of resumption, 12 January 2024: China–Lesotho',
      isoDate: '2023-12-13T00:00:00.000Z',
      link: 'https://jubilee.example/relations/CN-LS',
    }),
  ]);
  expect(items[0]?.content).toContain('<p>First established 30 April 1983: 41 years on 30 April 2024</p>');
});

test('an XML parser finds everything that RFC 4287 requires', () => {
  const text = aFeed([resumption]);
  expect(XMLValidator.validate(text)).toBe(true);
  const { feed } = xml.parse(text);
  expect(feed).toMatchObject({
    id: 'tag:jubilee,2026:/feeds/CN.atom?policy=tens&lead=30',
    updated: '2023-12-13T00:00:00Z',
    author: { name: 'Jubilee' },
    link: [{ '@_rel': 'self', '@_href': 'https://jubilee.example/feeds/CN.atom?policy=tens&lead=30' }, {}],
    entry: { updated: '2023-12-13T00:00:00Z', category: { '@_term': 'resumed' } },
  });
});

test('a feed without entries still has a date, which does not change every day', () => {
  expect(xml.parse(aFeed([])).feed.updated).toBe('2024-01-01T00:00:00Z');
});

test('a month whose day is not recorded is shown as a month', () => {
  const event = anEvent('established', '1974-02');
  const { feed } = xml.parse(aFeed([{ timeline: aTimeline('GA-PK', event), event, years: 50, date: '2024-02' }]));
  expect(feed.entry.title).toBe('50th anniversary of relations, February 2024: Gabon–Pakistan');
  expect(feed.entry.content['#text']).toContain('In February 2024 (day not recorded)');
});

test('a feed that is read from right to left says so', () => {
  const { feed } = xml.parse(aFeed([resumption], { language: 'ar' }));
  expect([feed['@_xml:lang'], feed.entry.content['#text']]).toEqual(['ar', expect.stringMatching(/^<div dir="rtl">/)]);
});

describe('any text from people or the data', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom('</content></entry><entry>', ']]>', '<script>', '&amp;', '&', '"', "'", '\0', '\uFFFE', '\uD800'),
      fc.constantFrom('中华人民共和国', 'العلاقات', '🇨🇳🎉'),
      fc.string({ unit: 'binary', maxLength: 30 }),
    ),
    { maxLength: 10 },
  );

  test('adds no element to the feed and no markup to its content', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const event = anEvent('resumed', '1994-01-12', { as: [parts.join('')], sources: ['s'] });
        const source = { id: 's', publisher: parts.join(''), title: '', url: `https://${parts.join('')}` };
        const sources = new Map([['s', { ...source, grade: 'press' as const }]]);
        const milestone = { ...resumption, timeline: aTimeline('CN-LS', event), event };
        const text = aFeed([milestone], { sources });
        expect(XMLValidator.validate(text)).toBe(true);
        expect(text).not.toMatch(/[^\P{Cc}\n]/u);
        const { feed } = xml.parse(text);
        expect(Object.keys(feed.entry)).toEqual(['id', 'title', 'updated', 'link', 'category', 'content']);
        const html = String(feed.entry.content['#text']);
        expect(html.match(/<(?!\/?(?:div|p|a|strong)\b)/g)).toBeNull();
      }),
    );
  });
});
