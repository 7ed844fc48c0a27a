import { expect, test } from 'vitest';
import { findSuccessors, isOrganisation } from '../../src/domain/state.ts';
import { isWeekendIn, weekendsByState } from '../../src/domain/weekend.ts';
import { aState } from '../support/builders.ts';

test('an organisation has relations without being a state', () => {
  expect(isOrganisation(aState('EU', { kind: 'organisation' }))).toBe(true);
  expect(isOrganisation(aState('FR', { kind: 'un_member' }))).toBe(false);
});

test('the successors of a state are those that name it as a predecessor', () => {
  const states = [aState('CZ', { predecessors: ['CS'] }), aState('SK', { predecessors: ['CS'] }), aState('CS')];
  expect(findSuccessors('CS', states).map(({ code }) => code)).toEqual(['CZ', 'SK']);
});

test('offices are closed on the days that a source gives, and on none without one', () => {
  const weekends = weekendsByState([aState('EG', { weekend: ['friday', 'saturday'] }), aState('FR')]);
  const [friday, sunday] = ['2024-01-05', '2024-01-07'] as const;
  expect([isWeekendIn('EG', friday, weekends), isWeekendIn('EG', sunday, weekends)]).toEqual([true, false]);
  expect(isWeekendIn('FR', sunday, weekends)).toBe(false);
  expect([...weekends.keys()]).toEqual(['EG']);
});
