import { expect, test } from 'vitest';
import { timelines } from '../../bench/real-data.ts';
import { theApi } from '../../bench/served-api.ts';
import { buildDigest } from '../../src/domain/digest.ts';
import { duePath } from '../../src/domain/due-path.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { preferencesWith } from '../support/builders.ts';

const app = theApi();
const month = { from: '2026-12-01', through: '2026-12-31' } as const;

async function shown(preferences: Preferences, page = '1') {
  const answer = await app.request(`${duePath(month, preferences)}&page=${page}`);
  const html = await answer.text();
  return { status: answer.status, html, items: html.split('<span class="years').length - 1 };
}

test.each([
  ['of a state', preferencesWith({ states: ['CN'], policy: 'every', leadTimes: [30, 0] })],
  ['of chosen pairs', preferencesWith({ pairs: ['CN-LS', 'CN-FR'], policy: 'every', leadTimes: [40] })],
  ['of some acts and numbers', preferencesWith({ kinds: ['recognised', 'severed'], policy: [30, 35, 50] })],
  ['with broken relations', preferencesWith({ includeSevered: true, policy: 'tens', leapDay: 'mar1' })],
] as const)('the list that a cut-off digest leads to is complete: %s', async (_what, preferences) => {
  const { groups } = buildDigest({ on: '2026-12-01', coverage: month }, { timelines }, preferences);
  const due = groups.reduce((sum, { milestones }) => sum + milestones.length, 0);
  expect(due).toBeGreaterThan(0);
  expect(await shown(preferences)).toMatchObject({ status: 200, items: Math.min(due, 500) });
});

test('a list of the whole world continues from page to page and misses nothing', async () => {
  const preferences = preferencesWith({ policy: 'every', leadTimes: [30, 7, 0] });
  const { groups } = buildDigest({ on: '2026-12-01', coverage: month }, { timelines }, preferences);
  const due = groups.reduce((sum, { milestones }) => sum + milestones.length, 0);
  let [page, items] = [1, 0];
  for (let on = await shown(preferences); on.items > 0; on = await shown(preferences, String(page))) {
    items += on.items;
    page += 1;
  }
  expect(items).toBe(due);
  expect(page).toBeGreaterThan(3);
});

test.each([
  '/due',
  '/due?from=2026-12-01&through=2027-12-01',
  '/due?from=2026-12-02&through=2026-12-01',
  '/due?from=x&through=2026-12-01',
])('%s names no days of a digest and is refused', async (path) => {
  expect((await app.request(path)).status).toBe(400);
});
