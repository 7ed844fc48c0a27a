import { addDays, dayOf, firstDayOf, inYear, yearOf } from '../../../src/domain/calendar-date.ts';
import { heatMap } from '../../../src/domain/heat-map.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import { countRelations, partnersOfEach, relationsOf } from '../../../src/domain/relations-of.ts';
import { successorsOf } from '../../../src/domain/state.ts';
import { missingPage } from '../../../src/web/error-page.tsx';
import { statePath } from '../../../src/web/paths.ts';
import { statePage } from '../../../src/web/state-page.tsx';
import { statesPage } from '../../../src/web/states-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { redirectTo } from '../query.ts';

const MAX_NEXT = 6;

/** The list of states, and the page of each. */
export function stateRoutes(ports: Ports): Handlers<'GET /states' | 'GET /states/:code'> {
  return {
    'GET /states': async (c) => {
      const { states, timelines } = await ports.dataset();
      return c.html(
        statesPage(pageFrame(c, ports), { states, partners: partnersOfEach(timelines, dayOf(ports.now())) }),
      );
    },

    'GET /states/:code': async (c) => {
      const dataset = await ports.dataset();
      const { states, timelines, sources } = dataset;
      const [written, code] = [c.req.param('code'), c.req.param('code').toUpperCase()];
      const state = states.find((each) => each.code === code);
      const frame = pageFrame(c, ports);
      if (state === undefined) return c.html(missingPage(frame, 'state'), 404);
      if (written !== code) return redirectTo(c, statePath(code), 301);
      const today = dayOf(ports.now());
      const html = cachePage(c, { dataset, frame, today }, () => {
        const year = yearOf(today);
        const relations = relationsOf(code, timelines);
        const own = relations.map(({ timeline }) => timeline);
        const ahead = { from: today, through: addDays(firstDayOf(inYear(year + 1, today, '03-01')), -1) };
        const inItsYear = { from: firstDayOf(`${year}`), through: firstDayOf(`${year}-12-31`) };
        return statePage(frame, {
          state,
          today,
          relations,
          counts: countRelations(own, today),
          states,
          successors: successorsOf(code, states).map((each) => each.code),
          next: milestonesBetween(own, ahead, defaultPreferences).slice(0, MAX_NEXT),
          year,
          map: heatMap(milestonesBetween(own, inItsYear, defaultPreferences)),
          sources,
        });
      });
      return c.html(html);
    },
  };
}
