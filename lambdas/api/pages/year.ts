import { dayOf, firstDayOf, parsePartialDate, yearOf } from '../../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { readPageQuery } from '../../../src/requests/page-query.ts';
import { missingPage } from '../../../src/web/error-page.tsx';
import { yearPath } from '../../../src/web/paths.ts';
import { yearPage } from '../../../src/web/year-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking, redirectTo } from '../query.ts';

/** The first and the last year with a page. */
const [FIRST, LAST] = [1800, 2200];

/** Serves a year of the world as a heat map; `/year` redirects to the current one. */
export function yearRoutes(ports: Ports): Handlers<'GET /year' | 'GET /year/:year'> {
  return {
    'GET /year': (c) => redirectTo(c, yearPath(yearOf(dayOf(ports.now()))), 302),

    'GET /year/:year': async (c) => {
      const date = parsePartialDate(c.req.param('year'));
      const year = date?.length === 4 ? yearOf(date) : 0;
      if (date === undefined || year < FIRST || year > LAST)
        return c.html(missingPage(pageFrame(c, ports), 'year'), 404);
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const html = cachePage(c, { dataset, frame, today }, () => {
        const span = { from: firstDayOf(date), through: firstDayOf(`${year}-12-31`) };
        const filter = readPageQuery(queryWithoutTracking(c), dataset.codes);
        const milestones = milestonesBetween(dataset.timelines, span, filter);
        const beside = { previous: year > FIRST ? year - 1 : undefined, next: year < LAST ? year + 1 : undefined };
        return yearPage(frame, { year, milestones, beside, filter, today });
      });
      return c.html(html);
    },
  };
}
