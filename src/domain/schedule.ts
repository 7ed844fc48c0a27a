import { tzOffset } from '@date-fns/tz';
import { type CalendarDate, dayNumber, dayOf } from './calendar-date.ts';
import { DAY_MS, HOUR_MS } from './durations.ts';

/** Minutes between two ticks. Every offset in use today is a multiple of it. */
export const TICK_MINUTES = 15;

/** A full hour of local time on a local date: when a digest goes out. */
export type LocalHour = { readonly date: CalendarDate; readonly hour: number };

const TICK_MS = TICK_MINUTES * 60_000;
const MAX_AHEAD_OF_UTC_MS = 14 * HOUR_MS;

/** Returns the tick of `instant`: the last quarter of an hour that has begun. */
export function tickAt(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / TICK_MS) * TICK_MS);
}

/**
 * Lists the local hours that `tick` serves in a zone: those that its clocks have reached since the previous tick.
 * Clocks put forward reach the skipped hour together with the next; clocks put back do not reach an hour twice,
 * so every hour of every local date is served by exactly one tick.
 *
 * @example
 * hoursServed(new Date('2024-01-05T02:15:00Z'), 'Asia/Kathmandu') // => [{ date: '2024-01-05', hour: 8 }]
 */
export function hoursServed(tick: Date, timeZone: string): LocalHour[] {
  return hoursServedIn(onlyTick(tick), timeZone);
}

/** Ticks that are planned together: those after `after`, through `through`. */
export type TickSpan = { readonly after: Date; readonly through: Date };

/** Returns the span of one tick. */
export function onlyTick(tick: Date): TickSpan {
  return { after: new Date(tick.getTime() - TICK_MS), through: tick };
}

/** Lists the local hours that the ticks of a span serve in a zone, in order. */
export function hoursServedIn(span: TickSpan, timeZone: string): LocalHour[] {
  const served: LocalHour[] = [];
  let reached = reachedBy(span.after.getTime(), timeZone);
  for (const tick of ticksWithOffsetChange(span, timeZone)) {
    const now = wallClock(tick.getTime(), timeZone);
    for (let hour = Math.floor(reached / HOUR_MS) + 1; hour * HOUR_MS <= now; hour += 1)
      served.push({ date: dayOf(new Date(hour * HOUR_MS)), hour: hour % 24 });
    reached = Math.max(reached, now);
  }
  return served;
}

/** Lists the ticks at which to read a zone's clocks to find all hours they show: all of a day with an offset change, else its last. */
function ticksWithOffsetChange({ after, through }: TickSpan, timeZone: string): Date[] {
  const offset = (tick: Date) => offsetAt(tick.getTime(), timeZone);
  const telling: Date[] = [];
  for (let from = after; from < through; ) {
    const until = new Date(Math.min(from.getTime() + DAY_MS, through.getTime()));
    if (offset(from) === offset(until)) telling.push(until);
    else telling.push(...ticksIn({ after: from, through: until }));
    from = until;
  }
  return telling;
}

/** Lists the ticks of a span, in order. */
export function ticksIn({ after, through }: TickSpan): Date[] {
  const count = (through.getTime() - after.getTime()) / TICK_MS;
  return Array.from({ length: count }, (_, index) => new Date(after.getTime() + (index + 1) * TICK_MS));
}

/** The days that a run reaches back after an outage. It skips older days: they would be stale. */
export const MAX_DAYS_CAUGHT_UP = 14;

/**
 * Returns the ticks to plan through `tick`: all since the last planned one, at most `MAX_DAYS_CAUGHT_UP` back, or only
 * `tick` if none was ever planned; `undefined` if it is planned already.
 */
export function ticksDue(plannedThrough: Date | undefined, tick: Date): TickSpan | undefined {
  if (plannedThrough === undefined) return onlyTick(tick);
  if (plannedThrough >= tick) return undefined;
  const earliest = tick.getTime() - MAX_DAYS_CAUGHT_UP * DAY_MS;
  return { after: new Date(Math.max(plannedThrough.getTime(), earliest)), through: tick };
}

/**
 * Finds the tick that serves an hour of a local date: the first at which the zone's clocks have reached it.
 *
 * @example
 * tickServing({ date: '2024-03-31', hour: 2 }, 'Europe/Paris') // => 2024-03-31T01:00:00Z; 02:00 was skipped
 */
export function tickServing({ date, hour }: LocalHour, timeZone: string): Date {
  const wanted = dayNumber(date) * DAY_MS + hour * HOUR_MS;
  const offsets = [-DAY_MS, 0, DAY_MS].map((shift) => offsetAt(wanted + shift, timeZone));
  let tick = tickAt(new Date(wanted - Math.max(...offsets))).getTime();
  while (wallClock(tick, timeZone) < wanted) tick += TICK_MS;
  return new Date(tick);
}

/** Checks whether the tick that serves an hour of a local date is `since` or later. */
export function isServedSince(localHour: LocalHour, timeZone: string, since: Date): boolean {
  const earliest = dayNumber(localHour.date) * DAY_MS - MAX_AHEAD_OF_UTC_MS;
  return earliest >= since.getTime() || tickServing(localHour, timeZone) >= since;
}

/** Returns the local date of `instant` in a zone. */
export function localDate(instant: Date, timeZone: string): CalendarDate {
  return localTime(instant, timeZone).day;
}

/** Returns the local date and time of `instant` in a zone: `08:00`. */
export function localTime(instant: Date, timeZone: string): { readonly day: CalendarDate; readonly time: string } {
  const shown = new Date(wallClock(instant.getTime(), timeZone));
  return { day: dayOf(shown), time: shown.toISOString().slice(11, 16) };
}

/** Returns the local time of a zone as if it were UTC (ms). */
function wallClock(instant: number, timeZone: string): number {
  return instant + offsetAt(instant, timeZone);
}

function offsetAt(instant: number, timeZone: string): number {
  return tzOffset(timeZone, new Date(instant)) * 60_000;
}

/** Returns the latest local time shown at any tick through `last`: later than at `last` itself if clocks were put back. */
function reachedBy(last: number, timeZone: string): number {
  const offset = offsetAt(last, timeZone);
  let [before, after] = [last - DAY_MS, last];
  if (offsetAt(before, timeZone) <= offset) return wallClock(last, timeZone);
  while (after - before > TICK_MS) {
    const middle = tickAt(new Date((before + after) / 2)).getTime();
    if (offsetAt(middle, timeZone) > offset) before = middle;
    else after = middle;
  }
  return Math.max(wallClock(before, timeZone), wallClock(last, timeZone));
}
