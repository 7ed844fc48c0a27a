import { describe, expect, test } from 'vitest';
import { tickServing } from '../../src/domain/schedule.ts';

/** Zones with other clocks in the time-zone data of 2026c than in that of 2025c, which Node.js brings along. */
const changed = [
  {
    zone: 'Africa/Casablanca',
    date: '2027-01-01',
    before: '2027-01-01T07:00:00.000Z',
    since: '2027-01-01T08:00:00.000Z',
  },
  {
    zone: 'Africa/El_Aaiun',
    date: '2027-01-01',
    before: '2027-01-01T07:00:00.000Z',
    since: '2027-01-01T08:00:00.000Z',
  },
  {
    zone: 'America/Edmonton',
    date: '2026-12-01',
    before: '2026-12-01T15:00:00.000Z',
    since: '2026-12-01T14:00:00.000Z',
  },
  {
    zone: 'America/Vancouver',
    date: '2026-12-01',
    before: '2026-12-01T16:00:00.000Z',
    since: '2026-12-01T15:00:00.000Z',
  },
] as const;

describe.each(changed)('eight in the morning of $date in $zone', ({ zone, date, before, since }) => {
  const tick = tickServing({ date, hour: 8 }, zone).toISOString();
  const { tz = '' } = process.versions;

  test.runIf(tz <= '2025c')(`is ${before} with the data of 2025c or older`, () => {
    expect(tick).toBe(before);
  });

  test.runIf(tz >= '2026c')(`is ${since} with the data of 2026c or newer`, () => {
    expect(tick).toBe(since);
  });
});
