import type { Hono } from 'hono';
import { dayOf } from '../../../src/domain/calendar-date.ts';
import { relationRecord } from '../../../src/feeds/relation-record.ts';
import { stateRecord, stateWithRelations } from '../../../src/feeds/state-record.ts';
import { paths } from '../../../src/web/paths.ts';
import { cacheable } from '../pages/cacheable.ts';
import type { Ports } from '../ports.ts';
import type { RelationAnswer, SourceAnswer, StateAnswer, StatesAnswer } from './open-data-answers.ts';

/** One pair, one state, one source; codes in lower case, and the states of a pair in either order, are understood. */
export function openData(app: Hono, { dataset, now }: Ports): void {
  app.get(`${paths.relations}/:pair`, cacheable(), async (c) => {
    const { timelines, sources } = await dataset();
    const pair = c.req.param('pair').toUpperCase().split('-').sort().join('-');
    const timeline = timelines.find((known) => known.pair === pair);
    if (timeline === undefined) return c.notFound();
    return c.json(relationRecord(timeline, sources, dayOf(now())) satisfies RelationAnswer);
  });

  app.get(paths.states, cacheable(), async (c) => {
    const { states } = await dataset();
    return c.json({ states: states.map((state) => stateRecord(state, states)) } satisfies StatesAnswer);
  });

  app.get(`${paths.states}/:code`, cacheable(), async (c) => {
    const facts = await dataset();
    const state = facts.states.find(({ code }) => code === c.req.param('code').toUpperCase());
    if (state === undefined) return c.notFound();
    return c.json(stateWithRelations(state, facts, dayOf(now())) satisfies StateAnswer);
  });

  app.get(`${paths.sources}/:id`, cacheable(), async (c) => {
    const source = (await dataset()).sources.get(c.req.param('id'));
    return source === undefined ? c.notFound() : c.json(source satisfies SourceAnswer);
  });
}
