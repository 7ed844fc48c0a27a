import type { Context } from 'hono';
import {
  dayOf,
  firstDayOf,
  lastDayOf,
  type PartialDate,
  parseCalendarDate,
  parsePartialDate,
  yearOf,
} from '../../../src/domain/calendar-date.ts';
import type { DayKey } from '../../../src/domain/day-key.ts';
import { eventsOnDay } from '../../../src/domain/events-on-day.ts';
import type { Milestone } from '../../../src/domain/milestone.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import { findDate } from '../../../src/finding/find-date.ts';
import { readPageQuery } from '../../../src/requests/page-query.ts';
import { datePage } from '../../../src/web/date-page.tsx';
import { dayInAllYearsPage } from '../../../src/web/day-in-all-years-page.tsx';
import { missingPage } from '../../../src/web/error-page.tsx';
import { datePath } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking, redirectTo } from '../query.ts';

/**
 * Serves the page of a day, of a month with all its days, or of a year for acts known by year only. A day and a year show
 * every anniversary unless the query names another policy. A day without a year (`01-12`) is that day in every year.
 */
export function fallingOnRoutes(ports: Ports): Handlers<'GET /on/:date'> {
  return {
    'GET /on/:date': async (c) => {
      const written = c.req.param('date');
      const date = parsePartialDate(written);
      if (date !== undefined) return await onDate(c, date);
      if (isDayKey(written)) return await inAllYears(c, written);
      const found = findDate(written);
      if (found !== undefined && found !== 'not in the calendar')
        return redirectTo(c, datePath('date' in found ? found.date : found.dayOfYear), 301);
      return c.html(missingPage(pageFrame(c, ports), found === undefined ? 'date' : 'day'), 404);
    },
  };

  async function onDate(c: Context, date: PartialDate): Promise<Response> {
    const { timelines, sources, codes } = await ports.dataset();
    const isMonth = date.length === 7;
    const filter = readPageQuery(queryWithoutTracking(c), codes, isMonth ? defaultPreferences.policy : 'every');
    const span = { from: firstDayOf(date), through: isMonth ? lastDayOf(date) : firstDayOf(date) };
    const falls = ({ date: day }: Milestone) => (isMonth ? day.startsWith(date) : day === date);
    const milestones = milestonesBetween(timelines, span, filter).filter(falls);
    return c.html(datePage(pageFrame(c, ports), { date, milestones, sources, filter }));
  }

  async function inAllYears(c: Context, day: DayKey): Promise<Response> {
    const { timelines } = await ports.dataset();
    const year = yearOf(dayOf(ports.now()));
    return c.html(dayInAllYearsPage(pageFrame(c, ports), { day, year, acts: eventsOnDay(timelines, day) }));
  }
}

/** Checks for a day that any year has, including 29 February. */
function isDayKey(text: string): text is DayKey {
  return parseCalendarDate(`2000-${text}`) !== undefined;
}
