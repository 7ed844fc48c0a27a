import { eachOnce, takeFirst } from '../../../src/domain/anniversaries.ts';
import { addDays, type CalendarDate, dayOf, firstDayOf, inYear, yearOf } from '../../../src/domain/calendar-date.ts';
import { heatMap } from '../../../src/domain/heat-map.ts';
import type { Milestone } from '../../../src/domain/milestone.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import { partiesOf, type StateCode } from '../../../src/domain/relation-event.ts';
import { findSuccessors, isOrganisation, type State } from '../../../src/domain/state.ts';
import { countRelations, listRelations, partnersOfEach, type Relations } from '../../../src/domain/state-relations.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { findStates } from '../../../src/finding/find-states.ts';
import { missingPage } from '../../../src/web/error-page.tsx';
import { paths, statePath, withQuery } from '../../../src/web/paths.ts';
import { statePage } from '../../../src/web/state-page.tsx';
import { statesPage } from '../../../src/web/states-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking, redirectTo } from '../query.ts';

const MAX_NEXT = 6;

/** Finds the next milestone of each state in the coming year, by the default preferences. */
function nextOfEach(timelines: readonly Timeline[], today: CalendarDate): ReadonlyMap<StateCode, Milestone> {
  const next = new Map<StateCode, Milestone>();
  for (const milestone of milestonesBetween(
    timelines,
    { from: today, through: addDays(today, 365) },
    defaultPreferences,
  ))
    for (const code of partiesOf(milestone.timeline.pair)) if (!next.has(code)) next.set(code, milestone);
  return next;
}

/** Selects the timelines with states, as organisations do not count among the states. */
function withStates(relations: readonly Relations[], states: readonly State[]): Timeline[] {
  const organisations = new Set(states.filter(isOrganisation).map(({ code }) => code));
  return relations.filter(({ partner }) => !organisations.has(partner)).map(({ timeline }) => timeline);
}

/** Serves the list of states and organisations, and the page of each. */
export function stateRoutes(ports: Ports): Handlers<'GET /states' | 'GET /states/:code'> {
  return {
    'GET /states': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const typed = queryWithoutTracking(c).get('q')?.trim() ?? '';
      const html = cachePage(c, { dataset, frame, today }, () => {
        const { states, timelines } = dataset;
        const found = typed === '' ? undefined : findStates(typed, namedStates(dataset));
        const shown = typed === '' ? states : states.filter(({ code }) => found?.codes.includes(code));
        return statesPage(frame, {
          states: shown,
          typed,
          partners: partnersOfEach(timelines, today),
          next: nextOfEach(timelines, today),
        });
      });
      return c.html(html);
    },

    'GET /states/:code': async (c) => {
      const dataset = await ports.dataset();
      const { states, sources } = dataset;
      const [written, code] = [c.req.param('code'), c.req.param('code').toUpperCase()];
      const state = states.find((each) => each.code === code);
      const frame = pageFrame(c, ports);
      if (state === undefined)
        return findStates(written, namedStates(dataset)) === undefined
          ? c.html(missingPage(frame, 'state'), 404)
          : redirectTo(c, withQuery(paths.search, { q: written }), 302);
      if (written !== code) return redirectTo(c, statePath(code), 301);
      const today = dayOf(ports.now());
      const html = cachePage(c, { dataset, frame, today }, () => {
        const year = yearOf(today);
        const relations = listRelations(code, dataset.timelinesOf({ states: [code], pairs: [] }));
        const own = relations.map(({ timeline }) => timeline);
        const ahead = { from: today, through: addDays(firstDayOf(inYear(year + 1, today, '03-01')), -1) };
        const inItsYear = { from: firstDayOf(`${year}`), through: firstDayOf(`${year}-12-31`) };
        return statePage(frame, {
          state,
          today,
          relations,
          counts: countRelations(withStates(relations, states), today),
          states,
          successors: findSuccessors(code, states).map((each) => each.code),
          next: takeFirst(eachOnce(milestonesBetween(own, ahead, defaultPreferences)), MAX_NEXT),
          year,
          map: heatMap(milestonesBetween(own, inItsYear, defaultPreferences)),
          sources,
        });
      });
      return c.html(html);
    },
  };
}
