import { deepStrictEqual } from 'node:assert/strict';
import rrule from 'rrule';
import { addDays, type CalendarDate, dayOf, firstDayOf, type PartialDate } from '../src/domain/calendar-date.ts';
import { milestonesDue } from '../src/domain/milestones-due.ts';
import { defaultPreferences } from '../src/domain/preferences.ts';
import { eventKinds } from '../src/domain/relation-event.ts';
import { sideBySide } from './measure.ts';
import { eventCount, timelines } from './real-data.ts';
import { judge, type Result } from './result.ts';

const { RRule } = rrule;
const date = '2026-11-23';
const leadTimes = [365, 180, 90, 30, 7, 0];

/** A reader who follows every event, so that exactly the yearly recurrences are due. */
const everything = {
  ...defaultPreferences,
  kinds: eventKinds,
  policy: 'every',
  includeSevered: true,
  leadTimes,
} as const;

const days = new Set(leadTimes.map((leadTime) => addDays(date, leadTime)));
const window = [new Date(date), new Date(addDays(date, Math.max(...leadTimes)))] as const;

/** Measures finding the milestones due on one date at six lead times, from all events, beside recurrence rules (RFC 5545) of the same events. */
export async function measureMilestonesDue(): Promise<Result[]> {
  const rules = timelines.flatMap(({ events }) => events.map((event) => yearly(event.date)));
  deepStrictEqual(dueByMilestones().sort(), dueByRules(rules).sort());
  const medians = await sideBySide({
    rounds: 3,
    ours: dueByMilestones,
    yardstick: () => dueByRules(rules),
    times: { ours: 20 },
  });
  const name = `milestones-due: one date, ${leadTimes.length} lead times, ${eventCount.toLocaleString('en')} events`;
  return [judge({ name, unit: 'ms CPU', beside: 'rrule', ...medians }, { value: 10, ratio: 1 / 50 })];
}

function dueByMilestones(): CalendarDate[] {
  const due = milestonesDue(timelines, { from: date, through: date }, everything);
  return due.map((milestone) => firstDayOf(milestone.date));
}

/** Creates a rule, outside the measurement, and without its cache, which would answer the second query. */
function yearly(origin: PartialDate) {
  const leapDay = origin.endsWith('-02-29') ? { bymonth: 2, bymonthday: -1 } : {};
  return new RRule({ freq: RRule.YEARLY, dtstart: new Date(firstDayOf(origin)), ...leapDay }, true);
}

/** Finds the dates by rules, in one pass over the window of all lead times, which is less work than a pass for each. Excludes the origin. */
function dueByRules(rules: readonly InstanceType<typeof RRule>[]): CalendarDate[] {
  return rules.flatMap((rule) =>
    rule
      .between(...window, true)
      .filter((day) => day.getTime() !== rule.options.dtstart.getTime())
      .map(dayOf)
      .filter((day) => days.has(day)),
  );
}
