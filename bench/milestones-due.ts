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

/** A reader who follows every event: what is due is then exactly what recurs every year. */
const everything = {
  ...defaultPreferences,
  kinds: eventKinds,
  policy: 'every',
  includeSevered: true,
  leadTimes,
} as const;

const days = new Set(leadTimes.map((leadTime) => addDays(date, leadTime)));
const window = [new Date(date), new Date(addDays(date, Math.max(...leadTimes)))] as const;

/** What is due on one date at six lead times, from all events on file, against rules of recurrence (RFC 5545) of the same events. */
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

/** Made once and outside of what is measured; without their cache, which would answer the second question like the first. */
function yearly(origin: PartialDate) {
  const leapDay = origin.endsWith('-02-29') ? { bymonth: 2, bymonthday: -1 } : {};
  return new RRule({ freq: RRule.YEARLY, dtstart: new Date(firstDayOf(origin)), ...leapDay }, true);
}

/** One pass over the window that holds all lead times: less work for the rules than a pass for each. The origin itself is no anniversary. */
function dueByRules(rules: readonly InstanceType<typeof RRule>[]): CalendarDate[] {
  return rules.flatMap((rule) =>
    rule
      .between(...window, true)
      .filter((day) => day.getTime() !== rule.options.dtstart.getTime())
      .map(dayOf)
      .filter((day) => days.has(day)),
  );
}
