import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sources, states, timelines } from '../../bench/real-data.ts';
import { theApi } from '../../bench/served-api.ts';
import { methodAndPath, type Route, routes } from '../../lambdas/api/routes.ts';
import { namedPolicies } from '../../src/domain/milestone.ts';
import { follows } from '../../src/domain/milestones-due.ts';
import { plannedRegions } from '../../src/domain/outlook.ts';
import { languages, type MilestoneFilter } from '../../src/domain/preferences.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';

const MAX_BYTES = 2_000_000;
/** Passes over all pairs. One pass over the ten thousand takes a few milliseconds. */
const MAX_PASSES = 30;

let reads = 0;
/** Counts the pairs that a request looks at. */
const counted = new Proxy(timelines, {
  get(target, key, receiver) {
    if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
    return Reflect.get(target, key, receiver);
  },
});
const dataset = {
  version: 'as it stands in data/',
  timelines: counted,
  timelinesIn: () => counted,
  timelinesOf: (filter: Pick<MilestoneFilter, 'states' | 'pairs'>) =>
    counted.filter(({ pair }) => follows(filter, pair)),
  sources: new Map(sources.map((source) => [source.id, source])),
  states,
  codes: new Set(states.map(({ code }) => code)),
};
const app = theApi({ dataset: async () => dataset, notices: { send: async () => {} } });

const busiest = ['CN', 'US', 'FR', 'GB', 'RU', 'DE', 'IN', 'JP', 'IT', 'ES', 'BR', 'EG', 'MX', 'TR', 'PL'];
const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
const policy = fc.constantFrom(...namedPolicies, numbers.join(), numbers.map((number) => number + 900).join());
const lang = fc.constantFrom(...languages);
const parties = fc.constantFrom(...[1, 5, 10].map((count) => busiest.slice(0, count).join()));
const someParties = fc.oneof(parties, fc.constant(''));
const region = fc.constantFrom('', ...plannedRegions);
const kind = fc.constantFrom('established,resumed,upgraded', eventKinds.join());
const years = fc.constantFrom('1', '2', '5');
const file = (ending: string) => fc.constantFrom('world', 'CN', 'US', 'CN-GB').map((name) => `${name}.${ending}`);
const day = fc.constantFrom('2027-01-01', '2026-09-26', '2027', '2027-01', '01-01', '9999-12-31', '0001-01-01');
const span = fc.constantFrom(
  { from: '2026-01-01', to: '2126-01-01' },
  { from: '9899-01-01', to: '9999-12-31' },
  { from: '0001-01-01', to: '0101-01-01' },
);

type Query = Readonly<Record<string, string>>;
type Requests = fc.Arbitrary<{ readonly in?: string; readonly query?: Query }>;

const nothing: Requests = fc.constant({});
const query = (fields: Record<string, fc.Arbitrary<string>>): Requests =>
  fc.record(fields).map((chosen) => ({ query: chosen }));

/** The requests among which the search looks for the worst of each public route that reads. */
const searched: Readonly<Record<string, Requests>> = {
  'GET /': query({ policy, lang, kind, state: fc.constantFrom('', 'CN') }),
  'GET /on/:date': fc.record({ in: day, query: fc.record({ policy, lang, kind }) }),
  'GET /search': query({ q: fc.constantFrom('qqqqqq', 'Lesothoo', '30 February', 'a '.repeat(2000)), lang }),
  'GET /states': query({ lang }),
  'GET /states/:code': fc.record({ in: fc.constantFrom(...busiest), query: fc.record({ lang }) }),
  'GET /relations/:pair': fc.record({
    in: fc.constantFrom('CN-GB', 'CU-US', 'CN-LS'),
    query: fc.record({ policy, lang, kind, facts: fc.constantFrom('', 'all') }),
  }),
  'GET /names/:file': fc.constantFrom('ar.json', 'ru.json').map((name) => ({ in: name })),
  'GET /planner': query({ state: someParties, region, policy, kind, years, lang }),
  'GET /planner.csv': query({ state: someParties, region, policy, kind, years }),
  'GET /planner.xlsx': query({ state: someParties, region, policy, kind, years }),
  'GET /year': nothing,
  'GET /year/:year': fc.record({
    in: fc.constantFrom('1800', '2027', '2200'),
    query: fc.record({ lang, policy, state: someParties }),
  }),
  'GET /about': query({ lang }),
  'GET /changes': query({ lang, state: fc.constantFrom('', 'CN'), page: fc.constantFrom('1', '1000') }),
  'GET /due': query({
    from: fc.constantFrom('2026-12-01'),
    through: fc.constantFrom('2026-12-31', '2027-03-01'),
    policy,
    leadTimes: fc.constantFrom('0', '550,365,180,90,30,7,0'),
    page: fc.constantFrom('1', '2'),
    lang,
  }),
  'GET /docs': query({ lang }),
  'GET /assets/:file': fc.constant({ in: 'missing.css' }),
  'GET /calendars/:file': fc.record({
    in: file('ics'),
    query: fc.record({ policy, lang, years: fc.constantFrom('1', '10'), alarm: fc.constantFrom('3') }),
  }),
  'GET /milestones/:pair/:file': fc.record({
    in: fc.constantFrom('1', '30', '1000').map((number) => `CN-LS/1994-01-12-resumed-${number}.ics`),
    query: fc.record({ lang, alarm: fc.constantFrom('3') }),
  }),
  'GET /feeds/:file': fc.record({
    in: file('atom'),
    query: fc.record({ policy, lang, lead: fc.constantFrom('0', '550') }),
  }),
  'GET /subscribe': query({ lang, policy, states: fc.constantFrom('', 'CN', busiest.join()) }),
  'GET /subscribe/asked': query({ lang }),
  'GET /preferences/link': query({ lang }),
  'GET /unsubscribe/undone': query({ lang }),
  'GET /confirm/moved': query({ lang }),
  'GET /preferences/address/undone': query({ lang }),
  'GET /erase/done': query({ lang }),
  'GET /reported': query({ lang }),
  'GET /health': nothing,
  'GET /v1/openapi.json': nothing,
  'GET /v1/changes': query({ since: fc.constantFrom('2024-01-01', '2026-11-29'), limit: fc.constantFrom('1', '1000') }),
  'GET /v1/anniversaries': fc.record({
    query: fc.tuple(span, policy, fc.constantFrom('1', '1000')).map(([ends, numbered, limit]) => ({
      ...ends,
      policy: numbered,
      limit,
    })),
  }),
  'GET /v1/relations/:pair': fc.record({ in: fc.constantFrom('CN-GB', 'CU-US') }),
  'GET /v1/states': nothing,
  'GET /v1/states/:code': fc.record({ in: fc.constantFrom(...busiest) }),
  'GET /v1/sources/:id': fc.record({ in: fc.constantFrom(...sources.slice(0, 5).map(({ id }) => id)) }),
  'GET /v1/dataset': nothing,
};

/** Routes without a page. */
const expected: Readonly<Record<string, number>> = { 'GET /year': 302, 'GET /assets/:file': 404 };

/** The dataset as a whole is larger: files that do not depend on the request, compressed for everybody who downloads. */
const downloads = ['GET /v1/dataset/:file'];

describe('the worst request that a search finds', () => {
  const reading = routes.filter((route: Route) => route.at.startsWith('GET ') && !route.personal).map(({ at }) => at);

  test('is looked for at every public route that reads', () => {
    expect([...Object.keys(searched), ...downloads].sort()).toEqual([...reading].sort());
  });

  test.each(Object.entries(searched))('at %s stays within the bounds on bytes and work', async (at, requests) => {
    const [, path] = methodAndPath(reading.find((route) => route === at) ?? 'GET /');
    const worst = { bytes: 0, passes: 0 };
    for (const request of fc.sample(requests, { numRuns: 8, seed: 1 })) {
      const address = path.replace(/:.+$/, request.in ?? '');
      reads = 0;
      const answer = await app.request(`${address}?${new URLSearchParams(request.query)}`);
      expect(answer.status, address).toBe(expected[at] ?? 200);
      worst.bytes = Math.max(worst.bytes, (await answer.arrayBuffer()).byteLength);
      worst.passes = Math.max(worst.passes, reads / timelines.length);
    }
    expect(worst.bytes).toBeLessThanOrEqual(MAX_BYTES);
    expect(worst.passes).toBeLessThanOrEqual(MAX_PASSES);
  });
});

describe('the worst body that a search finds', () => {
  const taking = routes.filter(({ at }: Route) => at.startsWith('POST '));
  const anyone = `${'a'.repeat(60)}@ministry.example`;
  const codes = states.map(({ code }) => code);
  const pairs = timelines.slice(0, 1_000).map(({ pair }) => pair);
  const typed = ['Lesotho', 'Lesothoo Chinna', 'q'.repeat(350)].flatMap((name) => Array<string>(20).fill(name));
  const long = 'x'.repeat(10_000);

  const form = fc.record({
    redisplay: fc.constantFrom([], ['true']),
    t: fc.constantFrom([], [long]),
    email: fc.constantFrom([anyone], [long]),
    states: fc.constantFrom([], codes, Array<string>(2_000).fill('CN')),
    pairs: fc.constantFrom([], pairs),
    pairOne: fc.constantFrom([], typed),
    policy: fc.constantFrom(['all'], ['own']),
    policyNumbers: fc.constantFrom(numbers.join(), long),
    what: fc.constantFrom([], [long]),
  });
  const json = fc.record({
    email: fc.constantFrom(anyone, long),
    states: fc.constantFrom([], codes.slice(0, 100), codes),
    pairs: fc.constantFrom([], pairs.slice(0, 100), pairs),
    policy: fc.constantFrom('all', numbers),
    leadTimes: fc.constantFrom([0], [550, 365, 180, 90, 30, 7, 1, 0]),
    from: fc.constantFrom('2026-09-26'),
  });
  const encoded = fc.oneof(
    json.map((body) => JSON.stringify(body)),
    fc.constantFrom('['.repeat(16_000), '{"email":'.repeat(1_500)),
  );

  test.each(taking)('at $at stays within the bounds on bytes and work', async (route) => {
    const [, path] = methodAndPath(route.at);
    const isForm = route.audience === 'people';
    const headers = {
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      origin: 'https://jubilee.example',
    };
    const fields = form.map((chosen) =>
      new URLSearchParams(
        Object.entries(chosen).flatMap(([name, values]) =>
          [values].flat().map((value): [string, string] => [name, value]),
        ),
      )
        .toString()
        .slice(0, 16_384),
    );
    for (const body of fc.sample(isForm ? fields : encoded, { numRuns: 12, seed: 1 })) {
      reads = 0;
      const address = `${path.replace(/:.+?(?=\/|$)/, 'CN-GB')}?lang=ar`;
      const answer = await app.request(address, { method: 'POST', headers, body });
      expect(answer.status, body.slice(0, 200)).toBeLessThan(500);
      expect((await answer.arrayBuffer()).byteLength).toBeLessThanOrEqual(MAX_BYTES);
      expect(reads / timelines.length).toBeLessThanOrEqual(MAX_PASSES);
    }
  });
});

test('the planner takes ten states and pairs, and says so beyond that', async () => {
  const asking = (count: number) => app.request(`/planner?state=${busiest.slice(0, count).join()}&lang=en`);
  expect((await asking(10)).status).toBe(200);
  const refused = await asking(11);
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain('Choose at most 10 states and pairs.');
});

test('a planner cut to whole months links to the months that follow, and its CSV has the same milestones', async () => {
  const asked = `state=${busiest.slice(0, 10).join()}&years=5&policy=every`;
  const html = await (await app.request(`/planner?${asked}`)).text();
  const [, next = ''] = /rel="next"[^>]*>|from=(\d{4}-\d{2})/.exec(html) ?? [];
  expect(next).toMatch(/^20\d\d-\d\d$/);
  const csv = (await (await app.request(`/planner.csv?${asked}`)).text()).trimEnd().split('\n');
  expect(csv.length - 1).toBeGreaterThan(500);
  expect(csv.length - 1).toBeLessThanOrEqual(1000);
  expect(csv.slice(1).every((line) => !line.includes(`,${next}-`))).toBe(true);
  const later = await (await app.request(`/planner.csv?${asked}&from=${next}`)).text();
  expect(later).toContain(`${next}-01`);
});
