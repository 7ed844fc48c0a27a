import { expect, test } from 'vitest';
import * as z from 'zod';
import { theApi } from '../../bench/served-api.ts';
import { anniversariesAnswer } from '../../lambdas/api/data/open-data-answers.ts';
import { relationsSeed } from '../../src/adapters/dynamodb/relations-seed.ts';
import type { Timeline } from '../../src/domain/timeline.ts';
import { jubilee } from '../cli/run-jubilee.ts';
import { anEvent, aState, aTimeline } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const app = theApi();
const question = 'from=2024-01-01&to=2024-12-31&state=CN&policy=fives';
const words = ['--from', '2024-01-01', '--to', '2024-12-31', '--state', 'CN', '--policy', 'fives'];

async function page(path: string, api = app) {
  return anniversariesAnswer.parse(await (await api.request(path)).json());
}

async function pages(query: string, limit: number) {
  const found: unknown[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { anniversaries, next } = await page(`/v1/anniversaries?${query}&limit=${limit}${at}`);
    expect(anniversaries.length).toBeLessThanOrEqual(limit);
    found.push(...anniversaries);
    cursor = next;
  }
  return found;
}

test('pages of any length together hold exactly what the command prints', async () => {
  const printed = z
    .array(z.unknown())
    .parse(JSON.parse((await jubilee('anniversaries', ...words, '--format', 'json')).stdout));
  expect(printed.length).toBeGreaterThan(20);
  for (const limit of [1, 7, printed.length - 1, printed.length, 1000])
    expect(await pages(question, limit)).toEqual(printed);
});

test('CSV pages link to the next page, too', async () => {
  const { stdout } = await jubilee('anniversaries', ...words, '--format', 'csv');
  let [rows, next]: [string, string | undefined] = ['', `/v1/anniversaries?${question}&limit=10`];
  while (next !== undefined) {
    const answer: Response = await app.request(next, { headers: { Accept: 'text/csv' } });
    expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const text = await answer.text();
    rows += rows === '' ? text : text.slice(text.indexOf('\n') + 1);
    next = /<https:\/\/jubilee\.example(.*)>; rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1];
  }
  expect(rows).toBe(stdout);
});

test('an anniversary that stays on file appears once, whatever is added or removed between two pages', async () => {
  const site = await aSite();
  const states = ['CN', 'FR', 'LS'].map((code) => aState(code));
  const seed = async (...timelines: Timeline[]) => {
    await relationsSeed(site.documents, 'relations').seed(timelines, [], { states });
    site.pass(1);
  };
  const [before, first, second, after] = [
    aTimeline('CN-LS', anEvent('established', '1984-01-10')),
    aTimeline('CN-FR', anEvent('established', '1984-02-10')),
    aTimeline('FR-LS', anEvent('established', '1984-03-10')),
    aTimeline('CN-LS', anEvent('established', '1984-04-10')),
  ];
  const path = '/v1/anniversaries?from=2024-01-01&to=2024-12-31&limit=1';
  await seed(first, second);
  const { anniversaries, next } = await page(path, site.app);
  expect(anniversaries).toMatchObject([{ pair: 'CN-FR' }]);
  await seed(before, second);
  expect(await page(`${path}&cursor=${next}`, site.app)).toMatchObject({
    anniversaries: [{ pair: 'FR-LS' }],
    next: null,
  });
  await seed(first, second, after);
  const more = await page(`${path}&cursor=${next}`, site.app);
  expect(more.anniversaries).toMatchObject([{ pair: 'FR-LS' }]);
  expect(await page(`${path}&cursor=${more.next}`, site.app)).toMatchObject({ anniversaries: [{ pair: 'CN-LS' }] });
});

test('a cell of the CSV cannot start a formula', async () => {
  const site = await aSite();
  const timeline = aTimeline(
    'CN-LS',
    anEvent('established', '1984-01-10', { remark: '=HYPERLINK("https://x.example")' }),
  );
  await relationsSeed(site.documents, 'relations').seed([timeline], [], { states: [aState('CN'), aState('LS')] });
  site.pass(1);
  const path = '/v1/anniversaries?from=2024-01-01&to=2024-12-31';
  const text = await (await site.app.request(path, { headers: { Accept: 'text/csv' } })).text();
  expect(text).toContain(`"'=HYPERLINK(""https://x.example"")"`);
});

test.each([
  ['cursor=x', 'cursor', 'is not a cursor that an answer gave'],
  ['state=XX', 'state', 'XX is not the code of a state, such as CN'],
  ['limit=0', 'limit', 'must be a whole number from 1 to 1000'],
  ['from=2024-02-02', 'from', 'must be a day such as 2024-01-12'],
  ['color=red', 'color', 'is not a known field'],
])('%s is refused with a message', async (fault, field, message) => {
  const answer = await app.request(`/v1/anniversaries?from=2024-01-01&to=2024-12-31&${fault}`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ errors: [{ field, message }] });
});

test('a span that is too long is refused with advice', async () => {
  const answer = await app.request('/v1/anniversaries?from=1000-01-01&to=2024-12-31');
  expect(await answer.json()).toMatchObject({
    errors: [{ field: 'to', message: 'is more than 100 years after the first day: ask for a part of it at a time' }],
  });
});

test('scripts of other sites may read the list and the link to the next page', async () => {
  const answer = await app.request(`/v1/anniversaries?${question}`, { headers: { Origin: 'https://example.net' } });
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(answer.headers.get('Access-Control-Expose-Headers')).toBe('ETag,Link');
});
