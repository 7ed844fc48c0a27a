import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readDataset } from '../../cli/dataset-files.ts';
import { addDays, isDay, type PartialDate } from '../../src/domain/calendar-date.ts';
import { type CalendarMilestones, calendarMilestones } from '../../src/domain/calendar-milestones.ts';
import type { Change } from '../../src/domain/change.ts';
import { firstGiven } from '../../src/domain/change-history.ts';
import { type Milestone, milestoneKey } from '../../src/domain/milestone.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { defaultPreferences, languages } from '../../src/domain/preferences.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { type Calendar, calendarText } from '../../src/icalendar/calendar-text.ts';
import { withoutMarks } from '../../src/wording/isolation.ts';
import { entryWords } from '../../src/wording/milestone-words.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';
import { byUid, componentOf, parsers } from './read-calendar.ts';

const today = '2026-11-25';
const { timelines, sources } = readDataset();
const sourcesById = new Map(sources.map((source) => [source.id, source]));

function aCalendar(shown: CalendarMilestones, overrides: Partial<Calendar> = {}): string {
  const pageUrl = (pair: string) => `https://jubilee.example/relations/${pair}`;
  return calendarText({
    followed: { state: 'CN' },
    shown,
    language: 'en',
    leapDay: 'feb28',
    sources: sourcesById,
    pageUrl,
    ...overrides,
  });
}

const holding = (...milestones: CalendarMilestones['milestones']) => ({ milestones, isCut: false });

const resumption = () => {
  const event = chinaLesotho.events[2] ?? anEvent('resumed', '1994-01-12');
  return { timeline: chinaLesotho, event, years: 30, date: '2024-01-12' } as const;
};

/** What the entry of a milestone must be, from the domain alone. */
function entryOf(milestone: Milestone) {
  if (!isDay(milestone.date)) throw new Error('a calendar shows days only');
  const ofAnotherDay = milestone.date.slice(5) === observedOn(milestone) ? '' : `-${milestone.date}`;
  return {
    uid: `${milestoneKey(firstNamed(milestone))}${ofAnotherDay}@jubilee`,
    from: milestone.date,
    to: addDays(milestone.date, 1),
  };
}

/** An act whose date was corrected keeps its first name. */
function firstNamed(milestone: Milestone): Milestone {
  const { timeline, event } = milestone;
  return { ...milestone, event: { ...event, ...firstGiven(timeline, event) } };
}

/** The month and day of the event itself, of which only 29 February moves. */
function observedOn({ event, date }: Milestone): string {
  return event.date.endsWith('-02-29') ? date.slice(5) : event.date.slice(5);
}

describe.each(Object.entries(parsers))('what %s reads', (_parser, read) => {
  test.each([
    ['CN', {}],
    ['LS', { policy: 'every' }],
    ['US', { policy: [7, 70] }],
    ['VA', { kinds: eventKinds, includeSevered: true, leapDay: 'mar1' }],
  ] as const)('of the calendar of %s is exactly what the domain says', (state, overrides) => {
    const filter = { ...defaultPreferences, states: [state], ...overrides };
    const entries = read(aCalendar(calendarMilestones(timelines, filter, { today, years: 10 })));
    const expected = milestonesBetween(timelines, { from: '2025-01-01', through: '2035-12-31' }, filter)
      .filter(({ date }) => isDay(date))
      .map(entryOf)
      .sort(byUid);
    expect(entries.map(({ uid, from, to }) => ({ uid, from, to }))).toEqual(expected);
    expect(entries.length).toBeGreaterThan(10);
  });

  test.each(languages)('of the calendar in %s is its words', (language) => {
    const shown = calendarMilestones(timelines, { ...defaultPreferences, states: ['VA'] }, { today, years: 1 });
    const text = aCalendar(shown, { language });
    const titles = shown.milestones.map(
      (milestone) => entryWords(milestone, { language, leapDay: 'feb28', sources: sourcesById }).title,
    );
    const words = language === 'ar' ? titles : titles.map(withoutMarks);
    expect(
      read(text)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(words.sort());
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  test('of the words is unchanged, whatever letters they contain', () => {
    fc.assert(
      fc.property(hostileText, (note) => {
        const [established] = chinaLesotho.events;
        const event = anEvent('resumed', '1994-01-12', { as: [note] });
        const timeline = aTimeline('CN-LS', ...(established ? [established] : []), event);
        const [entry, ...others] = read(aCalendar(holding({ timeline, event, years: 30, date: '2024-01-12' })));
        expect(others).toEqual([]);
        expect(entry).toMatchObject({
          uid: 'CN-LS-1994-01-12-resumed-30@jubilee',
          title: 'China–Lesotho: 30 years since relations resumed',
          more: expect.stringMatching(/^Note: as .*\nFirst established 30 April 1983: 41 years on 30 April 2024$/s),
        });
      }),
    );
  });
});

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '\n', '\r', ';', ',', '\\', ':', '"', '\u2028', '\u0085', '\0', '\v', '\r\n '),
      fc.constantFrom('END:VEVENT', 'BEGIN:VEVENT', 'ATTACH:https://evil.example', 'END:VCALENDAR', '\\n', 'X-A:b'),
      fc.constantFrom('中华人民共和国与莱索托王国', 'العلاقات الدبلوماسية', '🇨🇳🇱🇸🎉👩‍👩‍👧‍👦', 'Владимир', 'é'),
      fc.string({ unit: 'binary', maxLength: 40 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

test('no line is longer than 75 octets, none is split within a letter, each ends with CR and LF', () => {
  fc.assert(
    fc.property(hostileText, (note) => {
      const event = anEvent('resumed', '1994-01-12', { as: [note] });
      const milestone = { timeline: aTimeline('CN-LS', event), event, years: 30, date: '2024-01-12' } as const;
      const lines = Buffer.from(aCalendar(holding(milestone), { alarm: 7 }))
        .toString('latin1')
        .split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(75);
        expect(line).not.toMatch(/[\r\n]/);
        const bytes = Buffer.from(line, 'latin1');
        expect(Buffer.from(bytes.toString())).toEqual(bytes);
      }
    }),
  );
});

test('no text can add a component or a property', () => {
  const properties = (note: string) => {
    const event = anEvent('resumed', '1994-01-12', { as: [note] });
    const milestone = { timeline: aTimeline('CN-LS', event), event, years: 30, date: '2024-01-12' } as const;
    const calendar = componentOf(aCalendar(holding(milestone)));
    return [calendar, ...calendar.getAllSubcomponents()].map((each) => [
      each.name,
      each.getAllProperties().map(({ name }) => name),
    ]);
  };
  const usual = properties('Basutoland');
  fc.assert(
    fc.property(hostileText, (note) => {
      expect(properties(note)).toEqual(usual);
    }),
  );
});

describe('a calendar', () => {
  afterEach(() => vi.useRealTimers());

  test('is the same to the byte whenever it is written', () => {
    vi.useFakeTimers();
    const made = ['2026-11-25T00:00:00Z', '2031-02-03T04:05:06Z'].map((instant) => {
      vi.setSystemTime(new Date(instant));
      return aCalendar(calendarMilestones(timelines, { ...defaultPreferences, states: ['CN'] }, { today, years: 2 }));
    });
    expect(made[1]).toBe(made[0]);
  });

  test('has days without hours or zone, a name, a refresh interval, and the address of the pair’s page', () => {
    const text = aCalendar(holding(resumption()));
    expect(text).not.toMatch(/VTIMEZONE|TZID|METHOD|ALLDAYEVENT/);
    expect(text).toContain('X-MICROSOFT-CDO-BUSYSTATUS:FREE');
    for (const line of [
      'X-WR-CALNAME:China: diplomatic anniversaries',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'UID:CN-LS-1994-01-12-resumed-30@jubilee',
      'DTSTAMP:19940112T000000Z',
      'DTSTART;VALUE=DATE:20240112',
      'DTEND;VALUE=DATE:20240113',
      'TRANSP:TRANSPARENT',
      'CATEGORIES:Resumption',
      'URL:https://jubilee.example/relations/CN-LS',
    ])
      expect(text).toContain(`\r\n${line}\r\n`);
  });

  test('names the other counts and the note, and does not repeat the title', () => {
    const unfolded = aCalendar(holding(resumption())).replaceAll('\r\n ', '');
    expect(unfolded).toContain('\r\nDESCRIPTION:First established 30 April 1983: 41 years on 30 April 2024\r\n');
    const event = anEvent('established', '1964-01-27');
    const plain = { timeline: aTimeline('CN-FR', event), event, years: 60, date: '2024-01-27' } as const;
    expect(aCalendar(holding(plain))).not.toContain('DESCRIPTION');
  });

  test.each([
    [7, '-P6DT15H'],
    [1, '-PT15H'],
    [0, 'PT9H'],
  ])('reminds %i days ahead at nine in the morning', (alarm, trigger) => {
    const text = aCalendar(holding(resumption()), { alarm });
    expect(text).toMatch(new RegExp(`\r\nTRIGGER(;RELATED=START)?:${trigger}\r\n`));
  });

  test('has a stamp that every program accepts for an event of the 18th century', () => {
    const event = anEvent('established', '1778-02-06');
    const text = aCalendar(holding({ timeline: aTimeline('FR-US', event), event, years: 250, date: '2028-02-06' }));
    expect(text).toContain('\r\nDTSTAMP:19700101T000000Z\r\n');
  });

  test('says so when it is cut', () => {
    expect(aCalendar({ milestones: [resumption()], isCut: true }).replaceAll('\r\n ', '')).toContain(
      'Only the nearest 2\\,000 milestones are here.',
    );
  });
});

test('no two milestones have the same key, and sources and evidence are not part of it', () => {
  const all = timelines.flatMap((timeline) =>
    timeline.events.map((event) => milestoneKey({ timeline, event, years: 1, date: event.date })),
  );
  expect(new Set(all).size).toBe(all.length);
  const [one, other] = (['listed', 'disputed'] as const).map((evidence) => {
    const event = anEvent('resumed', '1994-01-12', { evidence, sources: [evidence], remark: evidence });
    return milestoneKey({ timeline: aTimeline('CN-LS', event), event, years: 30, date: '2024-01-12' });
  });
  expect(other).toBe(one);
});

describe('an entry whose date a data release corrected', () => {
  const act = (date: PartialDate) => ({ kind: 'established', date, evidence: 'listed' }) as const;
  const change = (release: string, from: PartialDate, to: PartialDate): Change => ({
    ...{ release, pair: 'CN-MK', what: 'day', reason: 'A ministry gives it.', sources: [] },
    ...{ before: act(from), after: act(to) },
  });
  const moved: Timeline = {
    ...aTimeline('CN-MK', anEvent('established', '1993-10-12')),
    changes: [change('2026.12.3', '1993-10-20', '1993-10-12'), change('2026.11.29', '1993-10-21', '1993-10-20')],
  };
  const entry = (timeline: Timeline) => {
    const [event = anEvent('established', '1993-10-12')] = timeline.events;
    return aCalendar(holding({ timeline, event, years: 35, date: '2028-10-12' }));
  };

  test('keeps the UID of the date first given, so that importing it again moves it', () => {
    expect(entry(moved)).toContain('UID:CN-MK-1993-10-21-established-35@jubilee');
    expect(entry(moved)).toContain('DTSTART;VALUE=DATE:20281012');
  });

  test('says so by its SEQUENCE and LAST-MODIFIED, which others lack', () => {
    expect(entry(moved)).toMatch(/^SEQUENCE:2\r$/m);
    expect(entry(moved)).toMatch(/^LAST-MODIFIED:20261203T000000Z\r$/m);
    expect(entry({ ...moved, changes: [] })).not.toMatch(/SEQUENCE|LAST-MODIFIED/);
  });

  test('leaves a UID to the act that has the former date now', () => {
    const both = { ...moved, events: [...moved.events, anEvent('established', '1993-10-21')] };
    expect(entry(both)).toContain('UID:CN-MK-1993-10-12-established-35@jubilee');
  });
});
