import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnniversaryQuestion, anniversaries } from '../../src/domain/anniversaries.ts';
import { addDays, precisionOf, precisions } from '../../src/domain/calendar-date.ts';
import { milestonesBetween } from '../../src/domain/milestones-due.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';
import { chinaLesotho, preferencesWith } from '../support/builders.ts';
import { days, leapDayChoices, policies, timelines } from './arbitraries.ts';

const questions = fc
  .record({
    from: days,
    length: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 40_000 })),
    policy: policies,
    leapDay: leapDayChoices,
    kinds: fc.subarray([...eventKinds], { minLength: 1 }),
    precisions: fc.subarray([...precisions], { minLength: 1 }),
  })
  .map(({ length, ...rest }): AnniversaryQuestion => {
    const through = addDays(rest.from, length - 1);
    return { ...preferencesWith({ includeSevered: true }), ...rest, through };
  });

test('counted part by part, a span has the same anniversaries, in the same order', () => {
  fc.assert(
    fc.property(timelines, questions, (timeline, question) => {
      const at = [timeline, chinaLesotho];
      const whole = milestonesBetween(at, question, question);
      const asked = whole.filter(({ date }) => question.precisions.includes(precisionOf(date)));
      expect([...anniversaries(at, question)]).toEqual(asked);
    }),
    { numRuns: 200 },
  );
});

test('after any of them come exactly those that follow it', () => {
  fc.assert(
    fc.property(timelines, questions, fc.nat(), (timeline, question, number) => {
      const whole = [...anniversaries([timeline, chinaLesotho], question)];
      const at = whole.length === 0 ? 0 : number % whole.length;
      const rest = anniversaries([chinaLesotho, timeline], { ...question, after: whole[at] });
      expect([...rest]).toEqual(whole.slice(at + 1));
    }),
    { numRuns: 200 },
  );
});

test('of a span of thousands of years no more is computed than is taken', () => {
  const question = {
    ...preferencesWith({ policy: 'every' }),
    precisions,
    from: '0001-01-01',
    through: '9999-12-31',
  } as const;
  const found = anniversaries([chinaLesotho], question);
  expect(found.next().value).toMatchObject({ date: '1984-04-30', years: 1 });
  expect([...found].at(-1)).toMatchObject({ date: '9999-04-30' });
});
