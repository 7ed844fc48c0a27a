import { comingMilestones } from '../domain/anniversaries.ts';
import { type CalendarDate, precisionOf } from '../domain/calendar-date.ts';
import { changesIn } from '../domain/change-history.ts';
import { daysGiven } from '../domain/days-given.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import { partiesOf, type RelationEvent } from '../domain/relation-event.ts';
import type { DatedSource } from '../domain/source.ts';
import { statusSinceOn, type Timeline } from '../domain/timeline.ts';
import { dataAsOf } from '../wording/as-of.ts';
import { anniversaryRecord, supportRecord } from './anniversary-record.ts';
import { changeRecord } from './change-record.ts';

const MAX_AHEAD = 10;

/** Builds the API's record of a pair; its `sources` are those that the events name. */
export function relationRecord(timeline: Timeline, sources: ReadonlyMap<string, DatedSource>, today: CalendarDate) {
  const { pair, ended, rulings = [] } = timeline;
  return {
    pair,
    parties: partiesOf(pair),
    ...statusSinceOn(timeline, today),
    asOf: today,
    dataAsOf,
    ...(ended && { ended }),
    events: timeline.events.map(eventRecord),
    rulings,
    changes: changesIn(timeline).map(changeRecord),
    next: nextMilestones([timeline], today),
    sources: collectSources(timeline).flatMap((id) => sources.get(id) ?? []),
  };
}

function eventRecord(event: RelationEvent) {
  const { kind, date } = event;
  return { kind, date, precision: precisionOf(date), days: daysGiven(event), ...supportRecord(event) };
}

/** Lists the next milestones by the default preferences. */
export function nextMilestones(timelines: readonly Timeline[], today: CalendarDate) {
  return comingMilestones(timelines, today, MAX_AHEAD).map((milestone) =>
    anniversaryRecord(milestone, defaultPreferences.leapDay),
  );
}

function collectSources({ events }: Timeline): string[] {
  const named = events.flatMap(({ sources, alternatives }) => [
    ...sources,
    ...alternatives.flatMap((alternative) => alternative.sources),
  ]);
  return [...new Set(named)];
}
