import { expect, test } from 'vitest';
import { morningElsewhere } from '../../src/domain/morning-elsewhere.ts';
import { isWeekendIn, weekendsByState } from '../../src/domain/weekend.ts';
import { aState } from '../support/builders.ts';

const weekends = weekendsByState([
  aState('BN', { weekend: ['friday', 'sunday'] }),
  aState('CN', { weekend: ['saturday', 'sunday'] }),
  aState('EG', { weekend: ['friday', 'saturday'] }),
  aState('PS'),
]);

test.each([
  ['a Friday in Egypt', 'EG', '2024-01-12', true],
  ['a Friday in China', 'CN', '2024-01-12', false],
  ['a Sunday in Egypt', 'EG', '2024-01-14', false],
  ['a Saturday in China', 'CN', '2024-01-13', true],
  ['a Saturday in Brunei', 'BN', '2024-01-13', false],
  ['a Sunday in Brunei', 'BN', '2024-01-14', true],
  ['a Saturday where no source is on file', 'PS', '2024-01-13', false],
  ['a Sunday in a state that has ended', 'SU', '1990-01-14', false],
] as const)('%s is known to be a day of rest or not', (_what, code, day, rests) => {
  expect(isWeekendIn(code, day, weekends)).toBe(rests);
});

test.each([
  ['Asia/Shanghai', 'Africa/Maseru', { day: '2024-01-12', time: '03:00' }],
  ['Pacific/Auckland', 'Europe/Lisbon', { day: '2024-01-11', time: '20:00' }],
  ['America/Havana', 'Asia/Kathmandu', { day: '2024-01-12', time: '19:45' }],
  ['Pacific/Apia', 'Pacific/Pago_Pago', { day: '2024-01-11', time: '09:00' }],
] as const)('when it is nine in the morning at %s, the clocks of %s may show another day', (here, elsewhere, shown) => {
  expect(morningElsewhere('2024-01-12', here, elsewhere)).toEqual(shown);
});
