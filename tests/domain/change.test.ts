import { expect, test } from 'vitest';
import { formatRelease, releasedOn } from '../../src/domain/change.ts';

test.each([
  ['2026.12.1', '2026-12-01'],
  ['2026.1.31', '2026-01-31'],
  ['2026.2.29', undefined],
  ['2026.12.01', undefined],
  ['2026.0.1', undefined],
  ['2026.12.100', undefined],
  ['v2026.12.1', undefined],
  ['2026.12', undefined],
])('the release %s is of the day %s', (release, day) => {
  expect(releasedOn(release)).toBe(day);
});

test('a release is named for its day', () => {
  expect(formatRelease('2026-12-01')).toBe('2026.12.1');
});
