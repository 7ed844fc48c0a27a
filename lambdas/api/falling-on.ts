import type { Hono } from 'hono';
import { firstDayOf, parsePartialDate } from '../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../src/domain/subscriber.ts';
import { datePage } from '../../src/web/date-page.tsx';
import { paths } from '../../src/web/paths.ts';
import { cacheablePage } from './cacheable.ts';
import { frameOf } from './frame.ts';
import type { Ports } from './ports.ts';

/** What falls on a day, or in a month or a year whose day is not recorded: every anniversary, not only the round ones. */
export function fallingOn(app: Hono, ports: Ports): void {
  app.get(`${paths.on}/:date`, cacheablePage, async (c) => {
    const date = parsePartialDate(c.req.param('date'));
    if (date === undefined) return c.notFound();
    const { timelines, sources } = await ports.dataset();
    const day = firstDayOf(date);
    const counted = milestonesBetween(
      timelines,
      { from: day, through: day },
      { ...defaultPreferences, policy: 'every' },
    );
    const milestones = counted.filter((milestone) => milestone.date === date);
    return c.html(datePage(frameOf(c, ports), { date, milestones, sources }));
  });
}
