import { dayOf } from '../../../src/domain/calendar-date.ts';
import { relationRecord } from '../../../src/feeds/relation-record.ts';
import { stateRecord, stateWithRelations } from '../../../src/feeds/state-record.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import type { RelationAnswer, SourceAnswer, StateAnswer, StatesAnswer } from './open-data-answers.ts';

/** Serves pairs, states and sources. Codes may be in lower case, and the states of a pair in either order. */
export function openDataRoutes({
  dataset,
  now,
}: Ports): Handlers<'GET /v1/relations/:pair' | 'GET /v1/states' | 'GET /v1/states/:code' | 'GET /v1/sources/:id'> {
  return {
    'GET /v1/relations/:pair': async (c) => {
      const { timelines, sources } = await dataset();
      const pair = c.req.param('pair').toUpperCase().split('-').sort().join('-');
      const timeline = timelines.find((known) => known.pair === pair);
      if (timeline === undefined) return c.notFound();
      return c.json(relationRecord(timeline, sources, dayOf(now())) satisfies RelationAnswer);
    },

    'GET /v1/states': async (c) => {
      const { states } = await dataset();
      return c.json({ states: states.map((state) => stateRecord(state, states)) } satisfies StatesAnswer);
    },

    'GET /v1/states/:code': async (c) => {
      const facts = await dataset();
      const state = facts.states.find(({ code }) => code === c.req.param('code').toUpperCase());
      if (state === undefined) return c.notFound();
      return c.json(stateWithRelations(state, facts, dayOf(now())) satisfies StateAnswer);
    },

    'GET /v1/sources/:id': async (c) => {
      const source = (await dataset()).sources.get(c.req.param('id'));
      return source === undefined ? c.notFound() : c.json(source satisfies SourceAnswer);
    },
  };
}
