import type { Context } from 'hono';
import { dayOf, firstDayOf } from '../../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { outlookOf } from '../../../src/domain/outlook.ts';
import { anniversariesCsv } from '../../../src/feeds/anniversaries-csv.ts';
import { anniversaryRecord } from '../../../src/feeds/anniversary-record.ts';
import { readPlannerQuery } from '../../../src/requests/page-query.ts';
import { plannerPage } from '../../../src/web/planner-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';

/** The planner: what is ahead for states or pairs from today on, as a page and as CSV. */
export function plannerRoutes(ports: Ports): Handlers<'GET /planner' | 'GET /planner.csv'> {
  async function asked(c: Context) {
    const dataset = await ports.dataset();
    const { years, from: month, ...filter } = readPlannerQuery(new URL(c.req.url).searchParams, dataset.codes);
    const onlyPairs = filter.pairs.length > 0 ? { ...filter, states: [] } : filter;
    return {
      dataset,
      filter: onlyPairs,
      years,
      month,
      from: month === undefined ? dayOf(ports.now()) : firstDayOf(month),
    };
  }

  return {
    'GET /planner': async (c) => {
      const { dataset, filter, ...ahead } = await asked(c);
      const isChosen = filter.states.length + filter.pairs.length > 0;
      const frame = pageFrame(c, ports);
      const html = cachePage(c, { dataset, frame, today: dayOf(ports.now()) }, () => {
        const plan = isChosen ? outlookOf(dataset.timelines, filter, ahead) : undefined;
        return plannerPage(frame, { ...dataset, plan, asked: { ...filter, years: ahead.years, from: ahead.month } });
      });
      return c.html(html);
    },

    'GET /planner.csv': async (c) => {
      const { dataset, filter, ...ahead } = await asked(c);
      const { span } = outlookOf(dataset.timelines, filter, ahead);
      const milestones = milestonesBetween(dataset.timelines, span, filter);
      const csv = anniversariesCsv(milestones.map((milestone) => anniversaryRecord(milestone, filter.leapDay)));
      return c.body([...csv].join(''), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="planner.csv"',
      });
    },
  };
}
