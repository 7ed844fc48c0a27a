import { describe, expect, test } from 'vitest';
import { hoursServed, type LocalHour, TICK_MINUTES, tickServing } from '../../src/domain/schedule.ts';

const TICK = TICK_MINUTES * 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const first = Date.UTC(2020, 0, 1);
const last = Date.UTC(2041, 0, 1);

const aliases = ['Asia/Kathmandu', 'Asia/Katmandu', 'Asia/Kolkata', 'Asia/Calcutta', 'US/Eastern', 'GB', 'NZ-CHAT'];
const named = ['Pacific/Chatham', 'Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Pago_Pago'];
const everyZone = [
  ...new Set([...Intl.supportedValuesOf('timeZone'), ...aliases, ...named, 'UTC', 'Etc/GMT+12', 'Etc/GMT-14']),
];

/** Clocks of a zone that are put forward or back: the last instant before, to the minute, and the offsets in minutes. */
type Transition = { readonly zone: string; readonly at: number; readonly before: number; readonly after: number };

const clocks = new Map<string, Intl.DateTimeFormat>();
const transitions = everyZone.flatMap(transitionsOf);

describe('from 2020 to 2040', () => {
  test('the zones and their transitions are all there', () => {
    expect(everyZone.length).toBeGreaterThan(400);
    expect(transitions.length).toBeGreaterThan(4_000);
  });

  test('every offset is a multiple of the tick', () => {
    const offsets = [...everyZone.map((zone) => offsetOf(zone, first)), ...transitions.map(({ after }) => after)];
    expect(offsets.filter((offset) => offset % TICK_MINUTES !== 0)).toEqual([]);
  });

  test('over every transition of every zone, each hour of each date is served by exactly one tick', () => {
    // What is served depends on the zone's offsets alone: zones that change alike at one instant are walked once.
    const distinct = new Map(transitions.map((one) => [`${one.at} ${one.before} ${one.after}`, one]));
    const wrong = [...distinct.values()].filter(({ zone, at }) => !isServedOnce(zone, at - 2 * HOUR, at + 25 * HOUR));
    expect(wrong).toEqual([]);
  });

  test('on ordinary days of every zone, each hour of each date is served by exactly one tick', () => {
    const starts = [Date.UTC(2021, 1, 27, 20), Date.UTC(2033, 6, 14, 5)];
    const wrong = everyZone.filter((zone) => !starts.every((start) => isServedOnce(zone, start, start + 25 * HOUR)));
    expect(wrong).toEqual([]);
  });
});

/** Whether the ticks of a stretch of time serve the hours that the zone's clocks newly show at them, all and once, and each by the tick named for it. */
function isServedOnce(zone: string, from: number, through: number): boolean {
  const start = Math.floor(from / TICK) * TICK;
  let reached = furthestShown(zone, start - TICK);
  for (let tick = start; tick <= through; tick += TICK) {
    const served = hoursServed(new Date(tick), zone);
    const shown = Math.floor((tick + offsetOf(zone, tick) * 60_000) / HOUR);
    const expected = Array.from({ length: Math.max(0, shown - reached) }, (_, index) => reached + 1 + index);
    if (served.map(numberOf).join() !== expected.join()) return false;
    if (served.some((hour) => tickServing(hour, zone).getTime() !== tick)) return false;
    reached = Math.max(reached, shown);
  }
  return true;
}

/** The furthest hour, numbered from 1970, that the zone's clocks have shown at a tick of the day before. */
function furthestShown(zone: string, tick: number): number {
  const ticks = Array.from({ length: DAY / TICK }, (_, index) => tick - index * TICK);
  return Math.max(...ticks.map((one) => Math.floor((one + offsetOf(zone, one) * 60_000) / HOUR)));
}

function numberOf({ date, hour }: LocalHour): number {
  return Date.parse(date) / HOUR + hour;
}

function transitionsOf(zone: string): Transition[] {
  const found: Transition[] = [];
  for (let week = first; week < last; week += 7 * DAY) {
    const [before, after] = [offsetOf(zone, week), offsetOf(zone, week + 7 * DAY)];
    if (before !== after) found.push({ zone, before, after, at: instantOfChange(zone, week, week + 7 * DAY) });
  }
  return found;
}

/** The first minute, between two instants, from which the offset of the later one holds. */
function instantOfChange(zone: string, from: number, through: number): number {
  let [before, after] = [from, through];
  while (after - before > 60_000) {
    const between = Math.floor((before + after) / 2 / 60_000) * 60_000;
    if (offsetOf(zone, between) === offsetOf(zone, from)) before = between;
    else after = between;
  }
  return after;
}

/** Minutes ahead of UTC, read off what `Intl` shows on the zone's clocks. */
function offsetOf(zone: string, instant: number): number {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  return (Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`) - instant) / 60_000;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
}
