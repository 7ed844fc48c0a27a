import { expect, test } from 'vitest';
import type { Grade } from '../../src/domain/source.ts';
import { whyPreferred } from '../../src/domain/why-preferred.ts';
import { anEvent } from '../support/builders.ts';

const sources = new Map<string, { grade: Grade }>([
  ['ministry', { grade: 'official' }],
  ['list', { grade: 'encyclopedia' }],
  ['other-list', { grade: 'encyclopedia' }],
  ['report', { grade: 'press' }],
]);
const given = (evidence: 'listed' | 'disputed', by: readonly string[], against: readonly string[]) =>
  whyPreferred(
    anEvent('established', '1993-10-12', { evidence, sources: by }),
    { kind: 'established', date: '1993-10-21', sources: against },
    sources,
  );

test('a better source is preferred, and is named', () => {
  expect(given('listed', ['list', 'ministry'], ['other-list'])).toEqual({
    why: 'better-source',
    grade: 'official',
    over: 'encyclopedia',
  });
});

test('more sources of the same grade are preferred to fewer', () => {
  expect(given('listed', ['list', 'other-list'], ['list'])).toEqual({ why: 'more-sources', sources: 2, against: 1 });
});

test('more sources of a lower grade do not outweigh a better one', () => {
  expect(given('listed', ['list', 'other-list'], ['ministry'])).toEqual({ why: 'weightier' });
});

test('where neither grades nor numbers show it, the sources weigh more all the same', () => {
  expect(given('listed', ['list'], ['other-list'])).toEqual({ why: 'weightier' });
});

test('no disputed date is preferred', () => {
  expect(given('disputed', ['ministry'], ['list'])).toEqual({ why: 'undecided' });
});

test('a disputed kind is not a dispute about the date', () => {
  const event = anEvent('established', '1993-10-12', { evidence: 'disputed', sources: ['ministry'] });
  const alternative = { kind: 'resumed', date: '1993-10-12', sources: ['list'] } as const;
  expect(whyPreferred(event, alternative, sources).why).toBe('better-source');
});
