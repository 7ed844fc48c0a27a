import { dayOf } from '../../../src/domain/calendar-date.ts';
import { milestonesDue } from '../../../src/domain/milestones-due.ts';
import { readDueQuery } from '../../../src/requests/page-query.ts';
import { duePage } from '../../../src/web/due-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';

const MILESTONES_ON_PAGE = 500;

/** Serves the full list behind a digest that is too long for one mail. */
export function dueRoutes(ports: Ports): Handlers<'GET /due'> {
  return {
    'GET /due': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const { span, filter, number } = readDueQuery(queryWithoutTracking(c), dataset.codes);
      const html = cachePage(c, { dataset, frame, today }, () => {
        const due = milestonesDue(dataset.timelines, span, filter);
        const end = number * MILESTONES_ON_PAGE;
        return duePage(frame, {
          ...{ span, filter, number, sources: dataset.sources, count: due.length },
          milestones: due.slice(end - MILESTONES_ON_PAGE, end),
          hasMore: due.length > end,
        });
      });
      return c.html(html);
    },
  };
}
