import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';

const app = theApi();
const plan = (query: Record<string, string>, path = '/planner') =>
  app.request(`${path}?${new URLSearchParams(query)}`, { headers: { 'accept-language': 'en' } });

describe('the planner', () => {
  test.each([
    [{ state: 'China' }, 'Planner: China<'],
    [{ state: 'UK', with: 'Китай' }, 'Planner: China – United Kingdom<'],
    [{ state: 'CN LS' }, 'Planner: China, Lesotho<'],
    [{ state: 'south korea, france' }, 'Planner: South Korea, France<'],
  ])('reads states by their names: %j', async (query, heading) => {
    const answer = await plan(query);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(heading);
  });

  test.each([
    [
      'a name that may mean two states',
      { state: 'Congo' },
      'state',
      /“Congo” may mean Democratic Republic of the Congo or Republic of the Congo/,
    ],
    ['a slip', { state: 'China', with: 'Portugall' }, 'with', /“Portugall” may mean Portugal/],
    ['a name of nobody', { state: 'Qqqqq' }, 'state', /No country is called “Qqqqq”/],
    ['the same state twice', { state: 'China', with: 'PRC' }, 'with', /Name two different countries/],
    ['a month that does not exist', { state: 'China', from: '2027-13' }, 'from', /“from=2027-13”/],
    ['years that it does not show', { state: 'China', years: '9' }, 'years', /Write one of these values: 1, 2, 3, 5/],
  ])('keeps the form and marks the field for %s', async (_what, query, field, message) => {
    const answer = await plan({ ...query, policy: 'jubilees' });
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toMatch(new RegExp(`id="fault-filter-${field}">[^<]*`));
    expect(html).toMatch(message);
    expect(html).toMatch(new RegExp(`<(?:input|select)[^>]*name="${field}"[^>]*aria-invalid="true"`));
    expect(html).toContain(`name="state" value="${query.state}"`);
    expect(html).toContain('<option value="jubilees" selected');
  });

  test('marks all faulty fields at once', async () => {
    const html = await (await plan({ state: 'Qqqqq', from: '2027-13' })).text();
    expect(html).toMatch(/id="fault-filter-state".*id="fault-filter-from"/s);
  });

  test('names a fault that belongs to no field', async () => {
    expect(await (await plan({ state: 'China', kind: 'war' })).text()).toContain('“kind=war”');
  });

  test('keeps pairs that were chosen by their codes', async () => {
    const html = await (await app.request('/planner?pair=CN-LS&pair=CN-FR&lang=en')).text();
    expect(html).toMatch(/name="pair" value="CN-LS" checked.*name="pair" value="CN-FR" checked/s);
  });

  test('refuses a table for a name that it cannot read', async () => {
    expect((await plan({ state: 'Qqqqq' }, '/planner.csv')).status).toBe(400);
  });
});
