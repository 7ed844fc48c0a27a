import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import { isBrokenOffOn, statusOn, statusSinceOn } from '../../src/domain/timeline.ts';
import { aDisputedEvent, anEvent, aTimeline, chinaLesotho } from '../support/builders.ts';

describe('the status of China and Lesotho', () => {
  test.each([
    ['none', 'before they establish relations', '1983-04-29'],
    ['in force', 'on the day of establishment', '1983-04-30'],
    ['in force', 'the day before the break', '1990-04-06'],
    ['severed', 'on the day of the break', '1990-04-07'],
    ['severed', 'the day before the resumption', '1994-01-11'],
    ['in force', 'on the day of the resumption', '1994-01-12'],
    ['in force', 'today', '2024-01-12'],
  ] as const)('is "%s" %s', (status, _when, day) => {
    expect(statusOn(chinaLesotho, day)).toBe(status);
    expect(isBrokenOffOn(chinaLesotho, day)).toBe(status === 'severed');
  });
});

test('recognition and consular relations are not diplomatic relations', () => {
  const recognised = aTimeline('CN-XX', anEvent('recognised', '1950-01-06'), anEvent('consular', '1951-02-03'));
  expect(statusOn(recognised, '2024-01-01')).toBe('none');
  expect(isBrokenOffOn(recognised, '2024-01-01')).toBe(false);
});

test('recognition after a break does not resume relations', () => {
  const broken = aTimeline(
    'AA-BB',
    anEvent('established', '1960-01-01'),
    anEvent('severed', '1970-01-01'),
    anEvent('recognised', '1980-01-01'),
  );
  expect(statusOn(broken, '1990-01-01')).toBe('severed');
});

test('a resumption with no break on file begins relations', () => {
  const baltic = aTimeline('EE-FI', anEvent('established', '1920-06-07'), anEvent('resumed', '1991-08-29'));
  expect(statusOn(baltic, '1950-01-01')).toBe('in force');
  expect(statusOn(baltic, '1991-08-29')).toBe('in force');
  expect(statusOn(aTimeline('EE-FI', anEvent('resumed', '1991-08-29')), '1991-08-29')).toBe('in force');
});

test('a month or a year counts from its first day', () => {
  const broken = aTimeline('AA-BB', anEvent('established', '1960'), anEvent('severed', '1979-04'));
  expect(statusOn(broken, '1959-12-31')).toBe('none');
  expect(statusOn(broken, '1960-01-01')).toBe('in force');
  expect(statusOn(broken, '1979-03-31')).toBe('in force');
  expect(statusOn(broken, '1979-04-01')).toBe('severed');
});

test('a state that has ended has relations with nobody, though they were never broken off', () => {
  const soviet = { ...aTimeline('IE-SU', anEvent('established', '1973-09-29')), ended: '1991-12-26' } as const;
  expect(statusOn(soviet, '1991-12-25')).toBe('in force');
  expect(isBrokenOffOn(soviet, '1991-12-25')).toBe(false);
  expect(statusOn(soviet, '1991-12-26')).toBe('none');
  expect(isBrokenOffOn(soviet, '1991-12-26')).toBe(true);
});

describe('a settled status', () => {
  const broken = aTimeline('GB-IQ', anEvent('established', '1932-10-04'), anEvent('severed', '1991-02'));

  test('without a date holds from the latest act on', () => {
    const settled = { ...broken, settled: { status: 'in force' } } as const;
    expect(statusSinceOn(settled, '1990-12-31')).toEqual({ status: 'in force', since: '1932-10-04' });
    expect(statusSinceOn(settled, '2024-01-01')).toEqual({ status: 'in force' });
    expect(isBrokenOffOn(settled, '2024-01-01')).toBe(false);
  });

  test('without a date says nothing new where the acts give it already', () => {
    const settled = {
      ...aTimeline('AE-IR', anEvent('established', '1972-10-28')),
      settled: { status: 'in force' },
    } as const;
    expect(statusSinceOn(settled, '2026-11-28')).toEqual({ status: 'in force', since: '1972-10-28' });
  });

  test('holds from its date', () => {
    const settled = { ...broken, settled: { status: 'suspended', since: '2003-05' } } as const;
    expect(statusSinceOn(settled, '2003-04-30')).toEqual({ status: 'severed', since: '1991-02' });
    expect(statusSinceOn(settled, '2003-05-01')).toEqual({ status: 'suspended', since: '2003-05' });
    expect(isBrokenOffOn(settled, '2003-05-01')).toBe(true);
  });

  test('yields to a later act', () => {
    const resumed = anEvent('resumed', '2004-06-28');
    const settled = {
      ...broken,
      events: [...broken.events, resumed],
      settled: { status: 'severed', since: '2003' },
    } as const;
    expect(statusOn(settled, '2024-01-01')).toBe('in force');
  });

  test('without a date, or from a day on, holds where no act is on file', () => {
    const unrecorded = { ...aTimeline('CY-TR'), settled: { status: 'in force' } } as const;
    expect(statusSinceOn(unrecorded, '2024-01-01')).toEqual({ status: 'in force' });
    const dated = { ...aTimeline('CY-TR'), settled: { status: 'severed', since: '1974' } } as const;
    expect(statusSinceOn(dated, '1973-12-31')).toEqual({ status: 'none' });
    expect(statusSinceOn(dated, '1974-01-01')).toEqual({ status: 'severed', since: '1974' });
  });

  test('holds from the very day of the latest act', () => {
    const settled = { ...broken, settled: { status: 'suspended', since: '1991-02' } } as const;
    expect(statusOn(settled, '2024-01-01')).toBe('suspended');
  });

  test('of no relations silences nothing where none had begun', () => {
    const settled = { ...aTimeline('CY-TR', anEvent('recognised', '1960')), settled: { status: 'none' } } as const;
    expect(isBrokenOffOn(settled, '2024-01-01')).toBe(false);
  });

  test('of no relations silences relations that had begun', () => {
    const settled = {
      ...aTimeline('CY-TR', anEvent('established', '1960-08-16')),
      settled: { status: 'none' },
    } as const;
    expect(statusOn(settled, '2024-01-01')).toBe('none');
    expect(isBrokenOffOn(settled, '2024-01-01')).toBe(true);
  });
});

test('relations count from their latest beginning, even where no lapse is on file', () => {
  const again = aTimeline('FR-RU', anEvent('established', '1717'), anEvent('established', '1924-10-28'));
  expect(statusSinceOn(again, '2024-01-01')).toEqual({ status: 'in force', since: '1924-10-28' });
});

test('an upgrade begins nothing anew', () => {
  const raised = aTimeline('CN-GB', anEvent('established', '1954-06-17'), anEvent('upgraded', '1972-03-13'));
  expect(statusSinceOn(raised, '2024-01-01')).toEqual({ status: 'in force', since: '1954-06-17' });
});

test('a suspension is named as such', () => {
  const suspended = aTimeline(
    'BO-EH',
    anEvent('resumed', '2021-09-16'),
    anEvent('severed', '2026-02-24', { manner: 'suspended' }),
  );
  expect(statusSinceOn(suspended, '2026-03-01')).toEqual({ status: 'suspended', since: '2026-02-24' });
  expect(isBrokenOffOn(suspended, '2026-03-01')).toBe(true);
});

test('a frozen relation is suspended, and the first of two breaks counts', () => {
  const frozen = anEvent('severed', '2012-05-01', { manner: 'frozen' });
  const severed = [anEvent('severed', '1979'), anEvent('severed', '1980-04-07')];
  expect(statusSinceOn(aTimeline('AA-BB', anEvent('established', '1960'), frozen), '2024-01-01')).toEqual({
    ...{ status: 'suspended', since: '2012-05-01' },
  });
  expect(statusSinceOn(aTimeline('AA-BB', anEvent('established', '1960'), ...severed), '2024-01-01')).toEqual({
    ...{ status: 'severed', since: '1979' },
  });
});

test('relations of which only upgrades are on file count from the first', () => {
  const raised = aTimeline('AA-BB', anEvent('upgraded', '1954-06-17'), anEvent('upgraded', '1972-03-13'));
  expect(statusSinceOn(raised, '2024-01-01')).toEqual({ status: 'in force', since: '1954-06-17' });
});

test('relations whose beginning is disputed have held since what all its days agree on', () => {
  const since = (...days: readonly [CalendarDate, CalendarDate]) =>
    statusSinceOn(aTimeline('HR-PL', aDisputedEvent(...days)), '2024-01-01');
  expect(since('1992-04-11', '1992-04-10')).toEqual({ status: 'in force', since: '1992-04' });
  expect(since('1992-04-11', '1991-04-11')).toStrictEqual({ status: 'in force' });
});

test('a state that has ended has had relations with nobody since then', () => {
  const soviet = { ...aTimeline('IE-SU', anEvent('established', '1973-09-29')), ended: '1991-12-26' } as const;
  expect(statusSinceOn(soviet, '2024-01-01')).toEqual({ status: 'none', since: '1991-12-26' });
});

test('what a predecessor did that is not continued gives no status', () => {
  const old = aTimeline(
    'CN-FR',
    anEvent('established', '1913-10-07', { isDiscontinued: true }),
    anEvent('established', '1964-01-27'),
  );
  expect(statusSinceOn(old, '1950-01-01')).toEqual({ status: 'none' });
  expect(isBrokenOffOn(old, '1950-01-01')).toBe(false);
  expect(statusSinceOn(old, '2024-01-01')).toEqual({ status: 'in force', since: '1964-01-27' });
});

describe('recognition on file beside other acts', () => {
  const recognised = anEvent('recognised', '1970-01-01');

  test('does not move the beginning of relations', () => {
    expect(statusSinceOn(aTimeline('AA-BB', anEvent('established', '1960'), recognised), '2024-01-01')).toEqual({
      ...{ status: 'in force', since: '1960' },
    });
  });

  test('neither ends a settled status nor keeps one from silencing relations', () => {
    const settled = {
      ...aTimeline('AA-BB', anEvent('established', '1960'), recognised),
      settled: { status: 'none', since: '1965' },
    } as const;
    expect(statusOn(settled, '2024-01-01')).toBe('none');
    const first = {
      ...settled,
      events: [recognised, anEvent('established', '1980')],
      settled: { status: 'none' },
    } as const;
    expect(isBrokenOffOn(first, '2024-01-01')).toBe(true);
  });
});
