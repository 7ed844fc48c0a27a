import { UTCDate } from '@date-fns/utc';
import * as dateFns from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  type CalendarDate,
  dayBeside,
  dayNumber,
  dayOf,
  daysBetween,
  firstDayOf,
  firstOfMonth,
  inYear,
  lastDayOf,
  lastDayOfMonthOf,
  parseCalendarDate,
  parsePartialDate,
  precisionOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/calendar-date.ts';
import { days } from './arbitraries.ts';

describe('a date as people write it', () => {
  test.each(['1994-01-12', '1990-04', '1990', '2024-02-29', '2000-02-29', '0987-06-05', '0001', '9999-12-31'])(
    '%s is one',
    (text) => {
      expect(parsePartialDate(text)).toBe(text);
    },
  );

  test.each([
    ['29 February of a common year', '2023-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['30 February', '2024-02-30'],
    ['31 April', '2023-04-31'],
    ['a 13th month', '1990-13'],
    ['month zero', '1990-00'],
    ['day zero', '1990-01-00'],
    ['the year zero', '0000'],
    ['a year of five digits', '19900'],
    ['a month without its zero', '1990-4'],
    ['a day without its zero', '1990-04-1'],
    ['a time', '1990-04-01T00:00'],
    ['a space', ' 1990-04-01'],
    ['a line break', '1990-04-01\n'],
    ['Arabic digits', '١٩٩٠'],
    ['nothing', ''],
  ])('%s is none', (_what, text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  });

  test('a month or a year is not a day', () => {
    expect(parseCalendarDate('1990-04')).toBeUndefined();
    expect(parseCalendarDate('1990')).toBeUndefined();
    expect(parseCalendarDate('1990-04-07')).toBe('1990-04-07');
  });

  test.each([
    ['1994-01-12', 'day', '1994-01-12'],
    ['1990-04', 'month', '1990-04-01'],
    ['1990', 'year', '1990-01-01'],
  ] as const)('%s is known to the %s and counted from %s', (date, precision, firstDay) => {
    expect(precisionOf(date)).toBe(precision);
    expect(firstDayOf(date)).toBe(firstDay);
    expect(yearOf(date)).toBe(Number(date.slice(0, 4)));
  });
});

describe('arithmetic', () => {
  test('days are numbered from 1 January 1970', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('1970-01-02')).toBe(1);
    expect(dayNumber('1969-12-31')).toBe(-1);
  });

  test('a day and its neighbours, over leap days and ends of years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
    expect(addDays('1999-12-31', 1)).toBe('2000-01-01');
    expect(addDays('2024-01-01', -1)).toBe('2023-12-31');
    expect(addDays('0999-12-31', 1)).toBe('1000-01-01');
    expect(daysBetween('2024-01-12', '2024-01-05')).toBe(-7);
  });

  test('months end and begin where they do', () => {
    expect((['2024-02-10', '2024-02', '2024'] as const).map(lastDayOf)).toEqual([
      '2024-02-10',
      '2024-02-29',
      '2024-12-31',
    ]);
    expect(lastDayOfMonthOf('2024-02-10')).toBe('2024-02-29');
    expect(lastDayOfMonthOf('1900-02-10')).toBe('1900-02-28');
    expect(firstOfMonth('2024-03-31', -1)).toBe('2024-02-01');
    expect(firstOfMonth('2024-01-31', 1)).toBe('2024-02-01');
    expect(firstOfMonth('2024-01-15', -1)).toBe('2023-12-01');
  });

  test('there is no day before the year 1 and none after the year 9999', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow('+010000-01 is not a day between the years 1 and 9999');
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => dayOf(new Date('+012345-06-07T00:00:00Z'))).toThrow(RangeError);
    expect(() => inYear(10_000, '1990-04-07', '02-28')).toThrow(
      '10000-04-07 is not a date between the years 1 and 9999',
    );
    expect(() => inYear(0, '1990', '02-28')).toThrow(RangeError);
  });

  test('the first and the last day of the calendar lie beside others, and nothing lies beyond them', () => {
    expect([dayBeside('0001-01-02', -1), dayBeside('9999-12-30', 1)]).toEqual(['0001-01-01', '9999-12-31']);
    expect([dayBeside('0001-01-02', -2), dayBeside('9999-12-30', 2)]).toEqual([undefined, undefined]);
  });

  test('a date in another year is as precise as it was, and never on a day that the year lacks', () => {
    expect(inYear(2023, '2020-02-29', '02-28')).toBe('2023-02-28');
    expect(inYear(2023, '2020-02-29', '03-01')).toBe('2023-03-01');
    expect(inYear(2024, '2020-02-29', '03-01')).toBe('2024-02-29');
    expect(inYear(1900, '1896-02-29', '02-28')).toBe('1900-02-28');
    expect(inYear(2020, '1990-04', '02-28')).toBe('2020-04');
    expect(inYear(987, '1990', '02-28')).toBe('0987');
  });
});

describe('for any day from 1750 to 2100', () => {
  const shifts = fc.integer({ min: -50_000, max: 50_000 });

  test('days are added and counted as date-fns does', () => {
    fc.assert(
      fc.property(days, shifts, (day, shift) => {
        const reference = dateFns.addDays(new UTCDate(day), shift);
        expect(addDays(day, shift)).toBe(dateFns.format(reference, 'yyyy-MM-dd'));
        expect(daysBetween(day, addDays(day, shift))).toBe(shift);
      }),
    );
  });

  test('months and weekdays are those of date-fns', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -30, max: 30 }), (day, months) => {
        const date = new UTCDate(day);
        expect(weekdayOf(day)).toBe(dateFns.format(date, 'EEEE').toLowerCase());
        expect(lastDayOfMonthOf(day)).toBe(dateFns.format(dateFns.endOfMonth(date), 'yyyy-MM-dd'));
        const month = dateFns.startOfMonth(dateFns.addMonths(dateFns.startOfMonth(date), months));
        expect(firstOfMonth(day, months)).toBe(dateFns.format(month, 'yyyy-MM-dd'));
      }),
    );
  });

  test('later days compare greater', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        expect(one < other).toBe(dayNumber(one) < dayNumber(other));
      }),
    );
  });
});

test('day after day from 1750 to 2100, the calendar runs on by the rule of Pope Gregory', () => {
  const walked: CalendarDate[] = [];
  for (let day: CalendarDate = '1750-01-01'; day <= '2100-12-31'; day = addDays(day, 1)) walked.push(day);
  expect(walked).toEqual(everyDay(1750, 2100));
  expect(walked.map(dayNumber)).toEqual(walked.map((_, index) => index + dayNumber('1750-01-01')));
});

function everyDay(firstYear: number, lastYear: number): string[] {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years.flatMap((year) =>
    lengthsOfMonths(year).flatMap((length, month) =>
      Array.from({ length }, (_, day) =>
        [year, month + 1, day + 1].map((part) => String(part).padStart(2, '0')).join('-'),
      ),
    ),
  );
}

function lengthsOfMonths(year: number): number[] {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
}
