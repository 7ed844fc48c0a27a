import { expect, test } from 'vitest';
import type { PartialDate } from '../../src/domain/calendar-date.ts';
import { type Confidence, classifyDate, findConfidence } from '../../src/domain/confidence.ts';
import { anEvent } from '../support/builders.ts';

const opposedBy = (date: PartialDate, other: PartialDate) =>
  classifyDate(anEvent('established', date, { alternatives: [{ kind: 'established', date: other, sources: [] }] }))
    .opposed;

test.each([
  ['1944-12-31', 'before 1945'],
  ['1945', '1945–1989'],
  ['1989-12-31', '1945–1989'],
  ['1990', 'since 1990'],
] as const)('a date of %s is of the era %s', (date, era) => {
  expect(classifyDate(anEvent('established', date)).era).toBe(era);
});

test('a date is opposed by another day, but neither by a coarser nor by a finer form of itself', () => {
  expect(opposedBy('1983-04-30', '1983-05-01')).toBe(true);
  expect(opposedBy('1983-04-30', '1983-04')).toBe(false);
  expect(opposedBy('1983', '1983-04-30')).toBe(false);
});

test('the reliability of a date is that of dates of its own evidence', () => {
  const measured = { era: 'since 1990', opposed: false, compared: 10, held: 9, pooled: 'nothing' } as const;
  const official: Confidence = { evidence: 'official', ...measured, share: 0.9, low: 0.6, high: 0.98 };
  const listed: Confidence = { ...official, evidence: 'listed' };
  expect(findConfidence(anEvent('established', '1994-01-12', { evidence: 'listed' }), [official, listed])).toBe(listed);
});
