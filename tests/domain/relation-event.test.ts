import { expect, test } from 'vitest';
import { defaultKinds, eventKey, pairOf, partiesOf } from '../../src/domain/relation-event.ts';

test('a pair has one spelling, whichever state is named first', () => {
  expect(pairOf('LS', 'CN')).toBe('CN-LS');
  expect(pairOf('CN', 'LS')).toBe('CN-LS');
  expect(partiesOf('CN-LS')).toEqual(['CN', 'LS']);
});

test('beginnings are announced by default; breaks, recognition and consular relations on request', () => {
  expect([...defaultKinds].sort()).toEqual(['established', 'resumed', 'upgraded']);
});

test('an event is named by its date and kind', () => {
  expect(eventKey({ date: '1994-01-12', kind: 'resumed' })).toBe('1994-01-12#resumed');
});
