import { addDays } from '../../src/domain/calendar-date.ts';
import type { Change } from '../../src/domain/change.ts';
import { changesIn } from '../../src/domain/change-history.ts';
import { datasetStatistics } from '../../src/domain/dataset-statistics.ts';
import { eventsOnDay } from '../../src/domain/events-on-day.ts';
import { heatMap } from '../../src/domain/heat-map.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { buildOutlook } from '../../src/domain/outlook.ts';
import type { State } from '../../src/domain/state.ts';
import { countRelations, listRelations, partnersOfEach } from '../../src/domain/state-relations.ts';
import { aboutPage } from '../../src/web/about-page.tsx';
import { changesPage } from '../../src/web/changes-page.tsx';
import { datePage } from '../../src/web/date-page.tsx';
import { dayInAllYearsPage } from '../../src/web/day-in-all-years-page.tsx';
import { duePage } from '../../src/web/due-page.tsx';
import type { Frame } from '../../src/web/frame.ts';
import { faultyPlannerPage, plannerPage } from '../../src/web/planner-page.tsx';
import { relationPage } from '../../src/web/relation-page.tsx';
import { statePage } from '../../src/web/state-page.tsx';
import { statesPage } from '../../src/web/states-page.tsx';
import { yearPage } from '../../src/web/year-page.tsx';
import { anEvent, aSource, aState, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';

const today = '2024-01-05';
const span = { from: today, through: addDays(today, 365) } as const;
const states = [aState('CN', { region: 'Asia' }), aState('LS'), aState('SU', { kind: 'former', until: '1991-12-26' })];

/** Every page on which one reads of states, pairs, days and years, by what it is; `publisher` is what the data may say anywhere. */
export function sampleReadingPages(frame: Frame, publisher: string) {
  const sources = new Map([['ministry', aSource('ministry', { publisher, title: publisher })]]);
  const resumed = anEvent('resumed', '1994-01-12', {
    remark: publisher,
    sources: ['ministry', 'unknown'],
    alternatives: [{ kind: 'established', date: '1994-01-05', sources: ['ministry'] }],
  });
  const timeline = { ...aTimeline('CN-LS', ...chinaLesotho.events.slice(0, 2), resumed), rulings: [publisher] };
  const soviet = { ...aTimeline('CN-SU', anEvent('established', '1949-10-02')), ended: '1991-12-26' } as const;
  const timelines = [timeline, soviet];
  const filter = preferencesWith({ policy: 'every' });
  const coming = milestonesBetween([timeline], span, filter);

  function onState(state: State): string {
    const relations = listRelations(state.code, timelines);
    const own = relations.map((each) => each.timeline);
    return statePage(frame, {
      state,
      today,
      relations,
      counts: countRelations(own, today),
      states,
      successors: [],
      next: milestonesBetween(own, span, filter),
      year: 2024,
      map: heatMap(milestonesBetween(own, span, filter)),
      sources,
    });
  }

  return {
    'list of states': statesPage(frame, {
      states,
      typed: '',
      partners: partnersOfEach(timelines, today),
      next: new Map(coming.slice(0, 1).map((milestone) => ['CN', milestone])),
    }),
    'page of a state': onState(aState('CN', { region: 'Asia' })),
    'page of a state that has ended': onState(aState('SU', { kind: 'former', until: '1991-12-26' })),
    'page of a pair': relationPage(frame, {
      timeline,
      today,
      coming,
      sources,
      weekends: new Map([['CN', ['saturday', 'sunday']]]),
      policy: 'every',
      factsInAll: true,
    }),
    planner: plannerPage(frame, {
      asked: { states: ['CN'], pairs: [], policy: 'every', years: 2 },
      plan: buildOutlook(timelines, filter, { from: today, years: 2 }),
      states,
      sources,
    }),
    'planner that was not taken': faultyPlannerPage(frame, {
      values: { state: publisher, with: '', region: publisher, from: publisher, years: '2' },
      pairs: ['CN-LS', 'CN-FR'],
      policy: [7, 70],
      faults: [
        { parameter: 'state', value: publisher, name: { text: publisher, mayMean: [] } },
        { parameter: 'from', value: publisher },
        { parameter: 'pair', value: publisher },
      ],
    }),
    'page of a year': yearPage(frame, {
      year: 2024,
      milestones: coming,
      beside: { previous: 2023, next: 2025 },
      filter: { states: [], policy: 'fives' },
      today,
    }),
    'page of a month': datePage(frame, {
      date: '2024-01',
      milestones: coming.filter(({ date }) => date.startsWith('2024-01')),
      sources,
      filter: { states: [], policy: 'every' },
    }),
    'page of a day in all years': dayInAllYearsPage(frame, {
      day: '01-12',
      year: 2024,
      acts: eventsOnDay(timelines, '01-12'),
    }),
    'whole list of a digest': duePage(frame, {
      ...{ span: { from: '2024-01-01', through: '2024-01-31' }, filter, number: 2, hasMore: true, sources },
      milestones: coming.map((milestone) => ({ ...milestone, leadTime: 7 })),
      count: 501 + coming.length,
    }),
    'page of changes': changesPage(frame, {
      changes: changesIn({ ...aTimeline('CN-MK'), changes: [aChange] }),
      state: undefined,
      states,
      number: 2,
      hasMore: true,
    }),
    'page about the data': aboutPage(frame, datasetStatistics({ timelines, sources: [...sources.values()], states })),
  } satisfies Record<string, string>;
}

const aChange: Change = {
  release: '2026.12.1',
  pair: 'CN-MK',
  before: { kind: 'established', date: '1993-10-21', evidence: 'disputed' },
  after: { kind: 'established', date: '1993-10-12', evidence: 'official' },
  what: 'day',
  reason: 'The ministry gives it.',
  sources: ['mfa-cn-list'],
};
