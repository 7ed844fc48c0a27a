import type { Context } from 'hono';
import { dayOf } from '../../../src/domain/calendar-date.ts';
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
    const { years, ...filter } = readPlannerQuery(new URL(c.req.url).searchParams, dataset.codes);
    const onlyPairs = filter.pairs.length > 0 ? { ...filter, states: [] } : filter;
    return { dataset, filter: onlyPairs, years, from: dayOf(ports.now()) };
  }

  return {
    'GET /planner': async (c) => {
      const { dataset, filter, ...ahead } = await asked(c);
      const isChosen = filter.states.length + filter.pairs.length > 0;
      const frame = pageFrame(c, ports);
      const html = cachePage(c, { dataset, frame, today: ahead.from }, () => {
        const plan = isChosen ? outlookOf(dataset.timelines, filter, ahead) : undefined;
        return plannerPage(frame, { ...dataset, plan, asked: { ...filter, years: ahead.years } });
      });
      return c.html(html);
    },

    'GET /planner.csv': async (c) => {
      const { dataset, filter, ...ahead } = await asked(c);
      const { span } = outlookOf([], filter, ahead);
      const milestones = milestonesBetween(dataset.timelines, span, filter);
      const csv = anniversariesCsv(milestones.map((milestone) => anniversaryRecord(milestone, filter.leapDay)));
      return c.body([...csv].join(''), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="planner.csv"',
      });
    },
  };
}
