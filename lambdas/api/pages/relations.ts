import { eachOnce } from '../../../src/domain/anniversaries.ts';
import { addDays, dayOf } from '../../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { pairOf } from '../../../src/domain/relation-event.ts';
import { weekendsByState } from '../../../src/domain/weekend.ts';
import { readRelationQuery } from '../../../src/requests/page-query.ts';
import { missingPage } from '../../../src/web/error-page.tsx';
import { pairPath } from '../../../src/web/paths.ts';
import { relationPage } from '../../../src/web/relation-page.tsx';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { redirectTo } from '../query.ts';

const DAYS_AHEAD = 3652;

/** Serves the page of a pair. Redirects lower-case codes and the other order to the canonical address. */
export function relationRoutes(ports: Ports): Handlers<'GET /relations/:pair'> {
  return {
    'GET /relations/:pair': async (c) => {
      const { timelinesOf, sources, states, codes } = await ports.dataset();
      const written = c.req.param('pair');
      const [one = '', other = '', ...rest] = written.toUpperCase().split('-');
      const areStates = rest.length === 0 && one !== other && codes.has(one) && codes.has(other);
      if (!areStates) return c.html(missingPage(pageFrame(c, ports), 'pair'), 404);
      const pair = pairOf(one, other);
      if (pair !== written) return redirectTo(c, pairPath(pair), 301);
      const [timeline] = timelinesOf({ states: [], pairs: [pair] });
      if (timeline === undefined) return c.html(missingPage(pageFrame(c, ports), 'events'), 404);
      const today = dayOf(ports.now());
      const span = { from: today, through: addDays(today, DAYS_AHEAD) };
      const { filter, factsInAll } = readRelationQuery(new URL(c.req.url).searchParams, codes);
      const coming = [...eachOnce(milestonesBetween([timeline], span, filter))];
      return c.html(
        relationPage(pageFrame(c, ports), {
          timeline,
          today,
          coming,
          policy: filter.policy,
          factsInAll,
          sources,
          weekends: weekendsByState(states),
        }),
      );
    },
  };
}
