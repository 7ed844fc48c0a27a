import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import type { Change, ReleasedAct } from '../../src/domain/change.ts';
import {
  changeKey,
  changesIn,
  findUnchanged,
  firstGiven,
  selectChanges,
  traceHistory,
} from '../../src/domain/change-history.ts';
import type { EventKind, Pair, RelationEvent } from '../../src/domain/relation-event.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const act = (date: PartialDate, kind: EventKind = 'established'): ReleasedAct => ({ kind, date, evidence: 'listed' });

function change(release: string, pair: Pair, before?: ReleasedAct, after?: ReleasedAct): Change {
  return {
    release,
    pair,
    what: 'day',
    reason: 'A source.',
    sources: [],
    ...(before && { before }),
    ...(after && { after }),
  };
}

const second = change('2026.12.10', 'CN-MK', act('1993-10-21'), act('1993-10-12'));
const first = change('2026.12.2', 'CN-MK', act('1993'), act('1993-10-21'));
const gone = change('2026.12.2', 'CN-MK', act('1999', 'severed'));
const event = anEvent('established', '1993-10-12');
const macedonia = { ...aTimeline('CN-MK', event), changes: [second, gone, first] };
const lesotho = { ...aTimeline('CN-LS'), changes: [change('2026.12.2', 'CN-LS', undefined, act('1983-04-30'))] };
const unchanged = aTimeline('CN-PE');

test('changes come with the earliest release first, and in it by pair and act', () => {
  const keys = selectChanges([lesotho, macedonia, unchanged], {}).map((found) => changeKey(found.change));
  expect(keys).toEqual([
    '2026-12-02 CN-LS - established 1983-04-30',
    '2026-12-02 CN-MK established 1993 established 1993-10-21',
    '2026-12-02 CN-MK severed 1999 -',
    '2026-12-10 CN-MK established 1993-10-21 established 1993-10-12',
  ]);
  expect(changesIn(macedonia)[0]).toEqual({ change: second, timeline: macedonia });
});

test.each([
  [{ pair: 'CN-LS' }, 1],
  [{ state: 'MK' }, 3],
  [{ state: 'CN' }, 4],
  [{ since: '2026-12-03' }, 1],
  [{ since: '2026-12-10' }, 1],
  [{ since: '2026-12-11' }, 0],
  [{ state: 'LS', since: '2026-12-03' }, 0],
] as const)('of the changes that match %o there are %i', (filter, count) => {
  expect(selectChanges([macedonia, lesotho, unchanged], filter)).toHaveLength(count);
});

test('an act is traced through its changes to the date under which it was first given', () => {
  expect(traceHistory(macedonia, event)).toEqual([second, first]);
  expect(firstGiven(macedonia, event)).toEqual({ kind: 'established', date: '1993' });
  expect(firstGiven({ ...macedonia, changes: [second] }, event).date).toBe('1993-10-21');
  expect(traceHistory(macedonia, anEvent('resumed', '1993-10-12'))).toEqual([]);
  expect(firstGiven(unchanged, event)).toMatchObject({ kind: 'established', date: '1993-10-12' });
});

test('what a release left is found until its kind, date or evidence changes', () => {
  const listed = anEvent('established', '1993-10-12', { evidence: 'listed' });
  const timeline = (now: Partial<RelationEvent>) =>
    aTimeline('CN-MK', anEvent('severed', '1950'), { ...listed, ...now });
  expect(findUnchanged(act('1993-10-12'), timeline({}))).toEqual(listed);
  const changed: Partial<RelationEvent>[] = [{ kind: 'resumed' }, { date: '1993' }, { evidence: 'official' }];
  expect(changed.map((now) => findUnchanged(act('1993-10-12'), timeline(now)))).toEqual(changed.map(() => undefined));
});

test('an act is not traced beyond the change that brought it', () => {
  const brought = change('2026.12.1', 'CN-MK', undefined, act('1993'));
  const older = change('2026.11.1', 'CN-MK', act('1992'), act('1993'));
  expect(traceHistory({ ...macedonia, changes: [second, first, brought, older] }, event)).toEqual([
    second,
    first,
    brought,
  ]);
});

test('an act that a release brought was first given under the date of that release, however often it moved since', () => {
  const brought = change('2026.12.1', 'CN-MK', undefined, act('1993'));
  const changes = [second, first, brought];
  expect(firstGiven({ ...macedonia, changes }, event)).toEqual({ kind: 'established', date: '1993' });
  const asBrought = anEvent('established', '1993');
  expect(firstGiven({ ...aTimeline('CN-MK', asBrought), changes: [brought] }, asBrought).date).toBe('1993');
});

test('changes of other acts of the same kind are no part of the history of an act', () => {
  const another = change('2026.12.5', 'CN-MK', act('1950'), act('1951'));
  expect(traceHistory({ ...macedonia, changes: [second, another, first] }, event)).toEqual([second, first]);
});

test('a former date that another act has now is not that under which the act was first given', () => {
  const taken = { ...macedonia, events: [event, anEvent('established', '1993')] };
  expect(firstGiven(taken, event)).toBe(event);
  const near = { ...macedonia, events: [event, anEvent('resumed', '1993'), anEvent('established', '1994')] };
  expect(firstGiven(near, event).date).toBe('1993');
});
