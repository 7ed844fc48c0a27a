import { expect, test } from 'vitest';
import { aSite } from '../support/site.ts';

const site = await aSite();
const textOn = async (date: string) => (await site.app.request(`/on/${date}`)).text();

test('the page of a day shows every anniversary of that day', async () => {
  const page = await textOn('2027-01-12');
  expect(page).toContain('Tuesday 12 January 2027');
  expect(page).toContain('33rd anniversary of the resumption of diplomatic relations');
});

test('the page of a month leaves out what falls on a known day', async () => {
  expect(await textOn('2024-01')).toContain('No anniversary of diplomatic relations is on file for this date');
});

test.each(['2024-02-30', 'tomorrow', '2024-13', '%3Cscript%3E'])('there is no page of %s', async (date) => {
  expect((await site.app.request(`/on/${date}`)).status).toBe(404);
});
