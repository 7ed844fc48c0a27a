import { expect, test } from 'vitest';
import { aSite } from '../support/site.ts';

const site = await aSite();
const textOn = async (date: string) => (await site.app.request(`/on/${date}`)).text();

test('the page of a day shows every anniversary of that day', async () => {
  const page = await textOn('2027-01-12');
  expect(page).toContain('Tuesday 12 January 2027');
  expect(page).toContain('33rd anniversary of the resumption of diplomatic relations');
});

test('the page of a month shows its days by the usual policy, each leading to its page', async () => {
  const page = await textOn('2024-01');
  expect(page).toContain('Everything that falls in this month');
  expect(page).toMatch(/href="\/on\/2024-01-12\?policy=fives".*China–Lesotho.*30/s);
  expect(await textOn('2027-01')).not.toContain('33rd');
  expect(await textOn('2027-01?policy=every')).toContain('href="/on/2027-01-12"');
});

test('the page of a year leaves out what falls on a known day', async () => {
  expect(await textOn('2024')).toContain('No anniversary of diplomatic relations is on file for this date');
});

test.each(['2024-02-30', 'tomorrow', '2024-13', '%3Cscript%3E'])('there is no page of %s', async (date) => {
  expect((await site.app.request(`/on/${date}`)).status).toBe(404);
});

test.each([
  ['2024-1-5', '/on/2024-01-05'],
  ['5.1.2024', '/on/2024-01-05'],
  ['12%20January', '/on/01-12'],
  ['2024-1-5?lang=fr', '/on/2024-01-05?lang=fr'],
])('the address %s redirects to the right spelling', async (written, to) => {
  const response = await site.app.request(`/on/${written}`);
  expect([response.status, response.headers.get('location')]).toEqual([301, to]);
});

test('a day that does not exist in its year is named as such', async () => {
  const response = await site.app.request('/on/2025-02-29');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('That day is not in the calendar.');
});
