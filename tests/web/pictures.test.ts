import { describe, expect, test } from 'vitest';
import { timelines } from '../../bench/real-data.ts';
import { addDays } from '../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { relationPage } from '../../src/web/relation-page.tsx';
import { timeScale } from '../../src/web/time-scale.ts';
import { anEvent, aTimeline } from '../support/builders.ts';
import { samplePages, usualFrame } from './sample-pages.ts';

const today = '2026-11-29';
/** The narrowest picture: a telephone of 375 pixels without its margins. */
const WIDTH = 343;
const [RADIUS, COMING_RADIUS] = [10, 5];

const fullest = [...timelines].sort((one, other) => other.events.length - one.events.length).slice(0, 60);
const named = timelines.filter(({ pair }) => ['CN-US', 'CU-US', 'HR-PL'].includes(pair));
const pictured = [...new Set([...named, ...fullest])];

type Circle = { readonly x: number; readonly y: number };

function circlesOf(html: string, look: string): Circle[] {
  const circles = html.matchAll(new RegExp(`<circle class="${look}" cx="([\\d.-]+)%" cy="(\\d+)"`, 'g'));
  return [...circles].map(([, x, y]) => ({ x: (Number(x) / 100) * WIDTH, y: Number(y) }));
}

function pageOf(timeline: Timeline, language: 'en' | 'ar'): string {
  const span = { from: today, through: addDays(today, 3652) } as const;
  const coming = milestonesBetween([timeline], span, defaultPreferences);
  const told = {
    timeline,
    today,
    coming,
    policy: 'fives',
    factsInAll: false,
    sources: new Map(),
    weekends: new Map(),
  } as const;
  return relationPage({ ...usualFrame, language }, told);
}

const nearest = (circles: readonly Circle[], others: readonly Circle[]) =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...circles.flatMap((one, index) =>
      (circles === others ? others.slice(index + 1) : others).map((other) =>
        Math.hypot(one.x - other.x, one.y - other.y),
      ),
    ),
  );

describe.each(['en', 'ar'] as const)('the picture of a pair in "%s"', (language) => {
  test.each(pictured.map((timeline) => [timeline.pair, timeline] as const))(
    'of %s keeps numbers and coming anniversaries apart on a telephone',
    (_pair, timeline) => {
      const html = pageOf(timeline, language);
      const [marks, coming] = [circlesOf(html, 'mark'), circlesOf(html, 'coming-mark')];
      expect(marks).toHaveLength(timeline.events.length);
      expect(nearest(marks, marks)).toBeGreaterThanOrEqual(2 * RADIUS);
      expect(nearest(coming, coming)).toBeGreaterThanOrEqual(2 * COMING_RADIUS);
      expect(nearest(marks, coming)).toBeGreaterThanOrEqual(RADIUS + COMING_RADIUS);
    },
  );
});

test('time runs from right to left in Arabic', () => {
  const [left, right] = (['ltr', 'rtl'] as const).map((direction) => timeScale('1900-01-01', '2000-01-01', direction));
  expect([left?.at('1900'), left?.at('2000')]).toEqual([0, 100]);
  expect([right?.at('1900'), right?.at('2000')]).toEqual([100, 0]);
});

test('the picture of a pair has its periods as a table', () => {
  const [cuba] = timelines.filter(({ pair }) => pair === 'CU-US');
  const html = cuba === undefined ? '' : pageOf(cuba, 'en');
  expect(html).toMatch(/<table class="periods">.*3 January 1961.*20 July 2015.*Broken off or suspended/s);
});

test('the picture of a state has the periods of all its relations as a table', () => {
  const table = samplePages()['page of a state'].match(/<table class="periods">.*?<\/table>/s)?.[0] ?? '';
  const rows = table.split('</tr>').map((row) => row.split(/<\/t[hd]>/).map((cell) => cell.replace(/<[^>]+>/g, '')));
  expect(rows.map((cells) => cells.filter((cell) => cell !== ''))).toEqual([
    ['From', 'Until', 'Status'],
    ['Lesotho'],
    ['30 April 1983', '7 April 1990', 'In relations'],
    ['7 April 1990', '12 January 1994', 'Broken off or suspended'],
    ['12 January 1994', 'today', 'In relations'],
    ['Soviet Union'],
    ['2 October 1949', '26 December 1991', 'In relations'],
    [],
  ]);
});

test('a table of periods names all days of a date that is disputed', () => {
  const alternatives = [{ kind: 'established', date: '1995-04-28', sources: ['enwiki-ar'] }] as const;
  const disputed = anEvent('established', '1995-04-26', { evidence: 'disputed', alternatives });
  expect(pageOf(aTimeline('AD-AR', disputed), 'en')).toContain('<td>26 or 28 April 1995</td>');
});
