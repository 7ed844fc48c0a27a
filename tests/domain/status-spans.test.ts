import { describe, expect, test } from 'vitest';
import { firstDayOf } from '../../src/domain/calendar-date.ts';
import { statusSpans } from '../../src/domain/status-spans.ts';
import { statusOn } from '../../src/domain/timeline.ts';
import { anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

test('relations are in force from their beginning to a break, and again from their resumption', () => {
  expect(statusSpans(chinaLesotho)).toEqual([
    { status: 'in force', from: '1983-04-30', until: '1990-04-07' },
    { status: 'severed', from: '1990-04-07', until: '1994-01-12' },
    { status: 'in force', from: '1994-01-12' },
  ]);
});

test('raising their level does not begin them anew, and recognition does not begin them', () => {
  const timeline = aTimeline(
    'CN-GB',
    anEvent('recognised', '1950-01-06'),
    anEvent('established', '1954-06-17'),
    anEvent('upgraded', '1972-03-13'),
  );
  expect(statusSpans(timeline)).toEqual([{ status: 'in force', from: '1954-06-17' }]);
  const consularLater = aTimeline('CN-GB', anEvent('established', '1954-06-17'), anEvent('consular', '1960'));
  expect(statusSpans(consularLater)).toEqual([{ status: 'in force', from: '1954-06-17' }]);
});

test('they end with the state that ends', () => {
  const timeline = { ...aTimeline('CN-SU', anEvent('established', '1949-10-02')), ended: '1991-12-26' } as const;
  expect(statusSpans(timeline)).toEqual([{ status: 'in force', from: '1949-10-02', until: '1991-12-26' }]);
});

test('a pair that only recognised each other has none', () => {
  expect(statusSpans(aTimeline('CN-GB', anEvent('recognised', '1950-01-06')))).toEqual([]);
});

test('they say what the status is on the first day of each', () => {
  for (const { status, from } of statusSpans(chinaLesotho)) {
    expect(statusOn(chinaLesotho, firstDayOf(from))).toBe(status);
  }
});

test('what comes on or after the end of a state begins nothing', () => {
  const established = anEvent('established', '1949-10-02');
  const onTheDay = {
    ...aTimeline('CN-SU', established, anEvent('severed', '1991-12-26')),
    ended: '1991-12-26',
  } as const;
  const after = { ...aTimeline('CN-SU', established, anEvent('severed', '1992')), ended: '1991-12-26' } as const;
  const expected = [{ status: 'in force', from: '1949-10-02', until: '1991-12-26' }];
  expect(statusSpans(onTheDay)).toEqual(expected);
  expect(statusSpans(after)).toEqual(expected);
});

test('a span that lasts has no end', () => {
  expect(Object.keys(statusSpans(chinaLesotho).at(-1) ?? {})).toEqual(['status', 'from']);
});

test('a settled status with a date has a span of its own; without a date it leaves the end of the last span undated', () => {
  const broken = aTimeline('GB-IQ', anEvent('established', '1932-10-04'), anEvent('severed', '1991-02'));
  expect(statusSpans({ ...broken, settled: { status: 'in force' } })).toEqual([
    { status: 'in force', from: '1932-10-04', until: '1991-02' },
    { status: 'severed', from: '1991-02', endsUndated: true },
  ]);
  expect(statusSpans({ ...broken, settled: { status: 'suspended', since: '2003' } }).slice(1)).toEqual([
    { status: 'severed', from: '1991-02', until: '2003' },
    { status: 'suspended', from: '2003' },
  ]);
});

describe('a settled status', () => {
  const begun = aTimeline('GB-IQ', anEvent('established', '1932-10-04'));

  test('that the last act gives changes nothing', () => {
    expect(statusSpans({ ...begun, settled: { status: 'in force' } })).toEqual(statusSpans(begun));
  });

  test('of no relations ends the last span, and forms none of its own', () => {
    expect(statusSpans({ ...begun, settled: { status: 'none', since: '1991' } })).toEqual([
      { status: 'in force', from: '1932-10-04', until: '1991' },
    ]);
  });

  test('stands alone where no act is on file', () => {
    const noActs = aTimeline('GB-IQ');
    expect(statusSpans({ ...noActs, settled: { status: 'in force', since: '1990' } })).toEqual([
      { status: 'in force', from: '1990' },
    ]);
    expect(statusSpans({ ...noActs, settled: { status: 'in force' } })).toEqual([]);
  });

  test('gives way to a later act, and outweighs one of its own day', () => {
    const settled = { status: 'suspended', since: '1980' } as const;
    expect(statusSpans({ ...chinaLesotho, settled })).toEqual(statusSpans(chinaLesotho));
    const sameDay = { ...chinaLesotho, settled: { status: 'suspended', since: '1994-01-12' } } as const;
    expect(statusSpans(sameDay).at(-1)?.status).toBe('suspended');
    expect(statusOn(sameDay, '1994-01-12')).toBe('suspended');
  });
});
