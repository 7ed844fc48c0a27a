import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedAddress } from '../../src/web/masked-address.ts';
import { paths } from '../../src/web/paths.ts';
import { takenApart } from './markup.ts';
import { type PageName, samplePages, usualTexts } from './sample-pages.ts';

const pages = samplePages();
const names: readonly PageName[] = Object.keys(pages).filter((name): name is PageName => name in pages);
/** What anybody may find by a search. */
const open: readonly PageName[] = [
  'front page',
  'prefilled form',
  'form for the whole world',
  'page of a date',
  'page of a date without anniversaries',
  'list of states',
  'page of a state',
  'page of a state that has ended',
  'page of a pair',
  'planner',
  'page of a year',
  'page of a month',
  'page of a day in all years',
  'page about the data',
  'page of changes',
  'API reference',
];

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"><script>alert(1)</script>', "' onfocus=alert(1) x='", '</textarea><img src=x onerror=y>', '<!--'),
);

describe.each(names)('the %s', (name) => {
  const html = pages[name];

  test('changes nothing by GET: its forms are POST, or ask for a page that only shows', () => {
    const showing = [paths.front, paths.planner, paths.search, paths.statePages, paths.changes].map(
      (path) => `<form method="get" action="${path}"`,
    );
    for (const [form] of html.matchAll(/<form[^>]*>/g)) {
      const isShowing = showing.some((beginning) => form.startsWith(beginning));
      expect(form).toContain(isShowing ? 'method="get"' : 'method="post"');
    }
  });

  test('loads nothing but our own stylesheet and script, and carries none within it', () => {
    const loading = html.replaceAll(/<a [^>]*>|<link rel="canonical"[^>]*>/g, '');
    expect([...loading.matchAll(/(?:src|href)="(https?:|\/\/)/g)]).toEqual([]);
    expect(html).not.toMatch(/<style|\sstyle=|<script>|\son[a-z]+="|javascript:/);
  });

  test('has one heading of the first rank', () => {
    expect(html.match(/<h1>/g)).toHaveLength(1);
  });
});

test.each(names.filter((name) => !open.includes(name)))(
  'the %s is kept by no search engine and gives its address to no other site',
  (name) => {
    expect(pages[name]).toContain('<meta name="robots" content="noindex"/>');
    expect(pages[name]).toContain('<meta name="referrer" content="no-referrer"/>');
  },
);

test('no text from people or the data breaks out of its place in a page', () => {
  const known = new Set(names.flatMap((name) => [...takenApart(pages[name]).attributes]));
  const texts = fc.record({ email: hostile, token: hostile, typed: hostile, publisher: hostile });
  fc.assert(
    fc.property(texts, (given) => {
      for (const html of Object.values(samplePages(given))) {
        const { text, attributes } = takenApart(html);
        expect(text).not.toMatch(/[<>]/);
        expect([...attributes].filter((name) => !known.has(name))).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

const inArabic = samplePages(usualTexts, 'ar', { query: '?lang=ar', namesLanguage: true });

test.each(names)('the %s keeps the language of its address in every link and form', (name) => {
  const html = inArabic[name].replace(/<nav [^>]*class="languages">.*?<\/nav>/s, '');
  const addresses = [...html.matchAll(/ (?:href|action)="(\/[^"]*)"/g)].map(([, address = '']) => address);
  const pagesOfOurs = addresses.filter(
    (address) => address !== paths.search && !/^\/(?:v1|assets)\/|\.(?:ics|atom|csv)|[?]t=/.test(address),
  );
  expect(pagesOfOurs.filter((address) => !/[?;]lang=ar(?:#|$)/.test(address))).toEqual([]);
  for (const [form] of html.matchAll(/<form method="get".*?<\/form>/gs)) {
    expect(form).toContain('<input type="hidden" name="lang" value="ar"/>');
  }
});

test('no page behind a link shows the address in full', () => {
  for (const name of names.filter((name) => !name.includes('not taken') && !name.includes('fresh link'))) {
    expect(pages[name]).not.toContain(usualTexts.email);
    expect(pages[name]).not.toContain('desk@');
  }
});

test.each([
  ['desk@ministry.example', 'd•••@m•••.example'],
  ['d@mfa.gov.example', '•••@m•••.example'],
  ['officer.in.charge@x.example', 'o•••@•••.example'],
  ['not an address', '•••@n•••'],
])('the address %s is shown as %s', (address, masked) => {
  expect(maskedAddress(address)).toBe(masked);
});

test('a masked address shows one character of the local part at most, and never all of it', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const [local = ''] = address.split('@');
      const [shown = ''] = maskedAddress(address).split('@');
      expect(shown).toBe(local.length > 1 ? `${local.charAt(0)}•••` : '•••');
    }),
  );
});
