import { expect, test } from 'vitest';
import { duePath } from '../../src/domain/due-path.ts';
import { preferencesWith } from '../support/builders.ts';

test('the address of the list behind a digest says only what the reader chose otherwise', () => {
  const january = { from: '2024-01-01', through: '2024-01-31' } as const;
  expect(duePath(january, preferencesWith())).toBe('/due?from=2024-01-01&through=2024-01-31');
  const chosen = preferencesWith({ states: ['CN', 'LS'], leadTimes: [7], hour: 9, includeSevered: true });
  expect(duePath(january, chosen)).toBe(
    '/due?from=2024-01-01&through=2024-01-31&states=CN,LS&leadTimes=7&includeSevered=true',
  );
});
