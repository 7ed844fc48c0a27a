import { describe, expect, test } from 'vitest';
import { dayBeside } from '../../src/domain/calendar-date.ts';
import { dayKeysDue } from '../../src/domain/day-key.ts';
import { endOfPeriod } from '../../src/domain/digest.ts';
import { spanLater } from '../../src/domain/milestone.ts';
import { milestonesDue } from '../../src/domain/milestones-due.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { anEvent, aTimeline } from '../support/builders.ts';

const last = { from: '9999-12-31', through: '9999-12-31' } as const;

describe('the last day of the calendar', () => {
  test('has a day before it and none after it', () => {
    expect(dayBeside('9999-12-31', -1)).toBe('9999-12-30');
    expect(dayBeside('9999-12-31', 1)).toBeUndefined();
  });

  test('cuts a span that reaches beyond it', () => {
    expect(spanLater({ from: '9999-12-01', through: '9999-12-31' }, 7)).toEqual({
      from: '9999-12-08',
      through: '9999-12-31',
    });
    expect(spanLater(last, 1)).toBeUndefined();
  });

  test('has its milestones due on the day itself, and nothing due ahead', () => {
    const timeline = aTimeline('CN-FR', anEvent('established', '1964-12-31'));
    const due = milestonesDue([timeline], last, { ...defaultPreferences, policy: 'every' });
    expect(due.map(({ date, leadTime }) => [date, leadTime])).toEqual([['9999-12-31', 0]]);
    expect(dayKeysDue(last, [30, 0])).toEqual(['12-31']);
  });

  test('ends the last weekly period', () => {
    expect(endOfPeriod('9999-12-29', { frequency: 'weekly' })).toBe('9999-12-31');
  });
});

test('the first day of the calendar has a day after it and none before it', () => {
  expect(dayBeside('0001-01-01', 1)).toBe('0001-01-02');
  expect(dayBeside('0001-01-01', -1)).toBeUndefined();
});
