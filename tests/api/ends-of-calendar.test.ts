import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { languages } from '../../src/domain/preferences.ts';

const ends = ['0001-01-01', '0001-01', '0001', '9999-12-31', '9999-12', '9999'];
const app = theApi();

describe.each(languages)('in the language "%s"', (language) => {
  test.each(ends)('the page of %s exists', async (date) => {
    const answer = await app.request(`/on/${date}?lang=${language}`);
    expect(answer.status).toBe(200);
  });
});

test.each([
  ['0001-01-01', 'next', '0001-01-02'],
  ['9999-12-31', 'prev', '9999-12-30'],
])('the page of %s links only to the day %s', async (date, rel, beside) => {
  const html = await (await app.request(`/on/${date}`)).text();
  expect([...html.matchAll(/<a href="\/on\/([\d-]+)" rel="(\w+)"/g)].map(([, day, to]) => [to, day])).toEqual([
    [rel, beside],
  ]);
});

test.each([
  ['0001-01-01', '0001-01-01'],
  ['0001-01-01', '0100-12-31'],
  ['9999-12-31', '9999-12-31'],
  ['9900-01-01', '9999-12-31'],
])('anniversaries are listed from %s to %s', async (from, to) => {
  const answer = await app.request(`/v1/anniversaries?from=${from}&to=${to}&limit=5`);
  expect(answer.status).toBe(200);
});

test.each(['0001-01-01', '2199-12-31'])('digests are previewed from %s on', async (date) => {
  const answer = await app.request('/v1/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ states: ['LS'], date, leadTimes: [550, 0], frequency: 'weekly' }),
  });
  expect(answer.status).toBe(200);
});

test('a date beyond the calendar is not found, rather than an error', async () => {
  for (const date of ['0000-12-31', '10000-01-01', '-0001-01-01', '+010000-01-01'])
    expect((await app.request(`/on/${date}`)).status).toBe(404);
});
