import { addDays, dayOf } from '../../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { readPageQuery } from '../../../src/requests/page-query.ts';
import { frontPage } from '../../../src/web/front-page.tsx';
import { blankForm } from '../../../src/web/subscribe-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';

const DAYS_AHEAD = 30;

/** Serves the front page: today's anniversaries (UTC), the next ones, and the form. */
export function frontRoutes(ports: Ports): Handlers<'GET /'> {
  return {
    'GET /': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const html = cachePage(c, { dataset, frame, today }, () => {
        const { sources, states, codes } = dataset;
        const filter = readPageQuery(new URL(c.req.url).searchParams, codes);
        const span = { from: today, through: addDays(today, DAYS_AHEAD) };
        const milestones = milestonesBetween(dataset.timelinesIn(span, filter.policy), span, filter);
        return frontPage(frame, { today, milestones, sources, states, filter, form: blankForm(frame.language) });
      });
      return c.html(html);
    },
  };
}
