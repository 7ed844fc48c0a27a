import * as z from 'zod';
import { jsonText } from '../../src/adapters/dynamodb/row.ts';
import { writtenPreferences } from '../../src/adapters/dynamodb/subscriber-rows.ts';
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts';
import { endOfPeriod, isDigestDay } from '../../src/domain/digest.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { localDate, tickServing } from '../../src/domain/schedule.ts';
import type { History } from './history.ts';

/** A stretch of time in which somebody is active, and what they prefer in it. */
export type ActiveSpan = {
  readonly subscriptionVersion: number;
  readonly from: number;
  /** Absent while it lasts. */
  readonly until?: number;
  /** Earlier days belong to the subscription before. */
  readonly firstDay: CalendarDate;
  readonly preferences: Preferences;
  readonly stages: readonly Stage[];
};
type Stage = { readonly at: number; readonly preferences: Preferences };

const subscriberItem = z.object({
  status: z.string(),
  subscriptionVersion: z.int(),
  preferences: jsonText(writtenPreferences),
});
const erasedItem = z
  .object({ erasedAt: z.string() })
  .transform(() => ({ status: 'erased', subscriptionVersion: 0, preferences: undefined }));
const writtenItem = z.union([subscriberItem, erasedItem]);

export function activeSpansOf(id: string | undefined, { subscribers }: History): ActiveSpan[] {
  const spans: ActiveSpan[] = [];
  let open: (ActiveSpan & { readonly stages: Stage[] }) | undefined;
  for (const { at, item } of subscribers.filter((written) => written.item.id === id)) {
    const { status, subscriptionVersion, preferences } = writtenItem.parse(item);
    if (open && (status !== 'active' || subscriptionVersion !== open.subscriptionVersion)) {
      spans.push({ ...open, until: at });
      open = undefined;
    }
    if (status !== 'active' || preferences === undefined) continue;
    if (open) open.stages.push({ at, preferences });
    else {
      const firstDay = firstDayOf({ subscriptionVersion, from: at, preferences }, spans.at(-1));
      open = { subscriptionVersion, from: at, firstDay, preferences, stages: [{ at, preferences }] };
    }
  }
  return open ? [...spans, open] : spans;
}

type Beginning = Pick<ActiveSpan, 'subscriptionVersion' | 'from' | 'preferences'>;

/** Coverage begins with the day of confirmation; after an undo, with the day after the last digest planned before leaving. */
function firstDayOf(
  { subscriptionVersion, from, preferences }: Beginning,
  before: ActiveSpan | undefined,
): CalendarDate {
  const today = localDate(new Date(from), preferences.timeZone);
  if (before?.until === undefined || before.subscriptionVersion !== subscriptionVersion) return today;
  const told = lastDayServed(before, before.until);
  return told !== undefined && told >= today ? addDays(told, 1) : today;
}

/** The last day that is covered by the digests whose hour came until an instant, under the last schedule of a subscription. */
export function lastDayServed({ stages }: ActiveSpan, until: number): CalendarDate | undefined {
  const last = stages.findLast(({ at }) => at <= until) ?? stages[0];
  if (last === undefined) return undefined;
  const { preferences } = last;
  const since = sinceWhenItHolds(stages, last);
  let day = addDays(localDate(new Date(until), preferences.timeZone), 1);
  for (let tries = 0; tries < 35; tries += 1, day = addDays(day, -1)) {
    if (!isDigestDay(day, preferences)) continue;
    const served = tickServing({ date: day, hour: preferences.hour }, preferences.timeZone).getTime();
    if (served < since) return undefined;
    if (served <= until) return endOfPeriod(day, preferences);
  }
  return undefined;
}

/** Stages that keep zone, hour, weekday and frequency are one schedule. */
function sinceWhenItHolds(stages: readonly Stage[], last: Stage): number {
  const keeps = ({ preferences }: Stage) =>
    (['timeZone', 'hour', 'weekday', 'frequency'] as const).every((one) => preferences[one] === last.preferences[one]);
  let since = last.at;
  for (const stage of stages.slice(0, stages.indexOf(last)).reverse()) {
    if (!keeps(stage)) return since;
    since = stage.at;
  }
  return since;
}
