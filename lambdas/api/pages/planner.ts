import type { Context } from 'hono';
import { dayOf, firstDayOf } from '../../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import { buildOutlook, type PlannedRegion, statesIn } from '../../../src/domain/outlook.ts';
import type { MilestoneFilter } from '../../../src/domain/preferences.ts';
import type { Pair } from '../../../src/domain/relation-event.ts';
import { milestonesSheet } from '../../../src/feeds/milestones-sheet.ts';
import { milestoneRows, milestonesCsv } from '../../../src/feeds/milestones-table.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { InvalidRequest } from '../../../src/requests/invalid-request.ts';
import { pairPath } from '../../../src/web/paths.ts';
import { faultyPlannerPage, plannerPage } from '../../../src/web/planner-page.tsx';
import { toReader } from '../../../src/web/reader.ts';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';
import { readPlanner } from './planner-query.ts';

function inRegion(filter: MilestoneFilter, region: PlannedRegion | undefined, { states }: Dataset): MilestoneFilter {
  return region === undefined ? filter : { ...filter, states: statesIn(region, states) };
}

/** Serves the planner: the milestones ahead of states, pairs or regions, as a page and as tables. */
export function plannerRoutes(ports: Ports): Handlers<'GET /planner' | 'GET /planner.csv' | 'GET /planner.xlsx'> {
  async function asked(c: Context) {
    const dataset = await ports.dataset();
    const { codes } = dataset;
    const read = readPlanner(queryWithoutTracking(c), { index: namedStates(dataset), codes });
    if ('form' in read) return read;
    const { years, from: month, region, ...filter } = read.request;
    const isOfParties = filter.states.length + filter.pairs.length > 0;
    return {
      dataset,
      filter: filter.pairs.length > 0 ? { ...filter, states: [] } : filter,
      region: isOfParties ? undefined : region,
      years,
      month,
      from: month === undefined ? dayOf(ports.now()) : firstDayOf(month),
    };
  }

  async function table(c: Context) {
    const planned = await asked(c);
    if ('form' in planned) throw new InvalidRequest(planned.faults);
    const { dataset, filter: chosen, region, ...ahead } = planned;
    const filter = inRegion(chosen, region, dataset);
    const { span } = buildOutlook(dataset.timelines, filter, ahead);
    const reader = toReader(pageFrame(c, ports));
    const following = { leapDay: filter.leapDay, sources: dataset.sources, states: chosen.states };
    const pageUrl = (pair: Pair) => ports.siteUrl + pairPath(pair);
    const of = [...chosen.states, ...chosen.pairs, ...(region === undefined ? [] : [region])].join('-') || 'world';
    const milestones = milestonesBetween(dataset.timelines, span, filter);
    return {
      rows: milestoneRows(milestones, { ...reader, following, pageUrl }),
      reader,
      name: `jubilee-${of}-${span.from}`,
    };
  }

  return {
    'GET /planner': async (c) => {
      const planned = await asked(c);
      if ('form' in planned) return c.html(faultyPlannerPage(pageFrame(c, ports), planned.form), 400);
      const { dataset, filter, region, ...ahead } = planned;
      const isChosen = region !== undefined || filter.states.length + filter.pairs.length > 0;
      const frame = pageFrame(c, ports);
      const html = cachePage(c, { dataset, frame, today: dayOf(ports.now()) }, () => {
        const plan = isChosen ? buildOutlook(dataset.timelines, inRegion(filter, region, dataset), ahead) : undefined;
        const shown = { ...filter, region, years: ahead.years, from: ahead.month };
        return plannerPage(frame, { ...dataset, plan, asked: shown });
      });
      return c.html(html);
    },

    'GET /planner.csv': async (c) => {
      const { rows, name } = await table(c);
      return c.body(milestonesCsv(rows), 200, asFile('text/csv; charset=utf-8', `${name}.csv`));
    },

    'GET /planner.xlsx': async (c) => {
      const { rows, name, reader } = await table(c);
      const { reading, direction } = reader.words;
      const sheet = await milestonesSheet({ ...rows, title: reading.planner.title, direction });
      return c.body(sheet, 200, asFile(xlsx, `${name}.xlsx`));
    },
  };
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function asFile(type: string, name: string) {
  return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` };
}
