import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { jubilee } from './run-jubilee.ts';

const review = (...more: string[]) => jubilee('data', 'review', '--from', '2026-12-01', '--to', '2028-11-30', ...more);

test('lists what most needs confirming, with all days, their sources and how to ask', async () => {
  const { code, stdout } = await review('--limit', '20', '--format', 'csv');
  const rows: Record<string, string>[] = parse(stdout, { columns: true });
  expect(code).toBe(0);
  expect(rows).toHaveLength(20);
  for (const { days, askFirst, askSecond } of rows) {
    expect(days).toMatch(/\(\S+.*\)/);
    expect(askFirst && askSecond).toBeTruthy();
  }
});

test.each([
  [['--evidence', 'official'], '--evidence: "official" is not one of unconfirmed, disputed, listed'],
  [['--state', 'Atlantis'], '--state: no state is called Atlantis'],
])('refuses %s in one line', async (options, line) => {
  const { code, stderr } = await review(...options);
  expect([code, stderr]).toEqual([2, `error: ${line}\n`]);
});
