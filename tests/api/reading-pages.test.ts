import { describe, expect, test } from 'vitest';
import { theApi } from '../../bench/served-api.ts';
import { stateAnswer } from '../../lambdas/api/data/open-data-answers.ts';
import { languages } from '../../src/domain/preferences.ts';
import { wordsIn } from '../../src/wording/pages.ts';

/** With the whole dataset, on 23 November 2026. */
const app = theApi();
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const textOf = async (path: string) => (await get(path)).text();
const headingOf = (html: string) => (/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();

describe.each([
  ['/states', 'Countries'],
  ['/states/CN', '🇨🇳 China'],
  ['/states/SU', 'Soviet Union'],
  ['/states/EU', '🇪🇺 European Union'],
  ['/states/XO', 'Sovereign Order of Malta'],
  ['/relations/CN-EU', '🇨🇳 China – 🇪🇺 European Union'],
  ['/relations/CN-LS', '🇨🇳 China – 🇱🇸 Lesotho'],
  ['/planner', 'Planner'],
  ['/planner?state=CN&years=5', 'Planner: China'],
  ['/planner?pair=CN-LS,FR-LS', 'Planner: China–Lesotho, France–Lesotho'],
  ['/planner.csv?state=CN', ''],
  ['/planner?state=CN&with=LS', 'Planner: China–Lesotho'],
  ['/planner?region=world&policy=jubilees', 'Planner: The whole world'],
  ['/planner?region=africa&from=2027-01&years=1', 'Planner: Africa'],
  ['/year/2027?policy=jubilees&state=CN', '2027 worldwide'],
  ['/on/2027-01', 'January 2027'],
  ['/year/2027', '2027 worldwide'],
  ['/about', 'About the data'],
  ['/on/02-29', '29 February in all years'],
])('%s', (path, heading) => {
  test('is served, cached for five minutes and revalidated by its ETag', async () => {
    const first = await get(path);
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=300']);
    expect(headingOf(await first.clone().text())).toBe(heading);
    const again = await get(path, { 'If-None-Match': first.headers.get('ETag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('answers HEAD like GET, without the body', async () => {
    const [head, whole] = [await app.request(path, { method: 'HEAD' }), await get(path)];
    expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', whole.headers.get('ETag')]);
  });
});

test.each([
  ['/states/XX', 'No state has this code'],
  ['/states/%3Cscript%3E', 'No state has this code'],
  ['/relations/CN', 'This is not a pair'],
  ['/relations/CN-CN', 'This is not a pair'],
  ['/relations/CN-XX', 'This is not a pair'],
  ['/relations/CN-LS-FR', 'This is not a pair'],
  ['/relations/DD-XK', 'Nothing is on file for this pair'],
  ['/year/1799', 'That year is out of range'],
  ['/year/2201', 'That year is out of range'],
  ['/year/soon', 'That year is out of range'],
  ['/on/02-30', 'That day is not in the calendar.'],
])('%s is a page that says what is missing, and is not cached', async (path, heading) => {
  const missing = await get(path);
  expect([missing.status, missing.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
  expect(headingOf(await missing.text())).toBe(heading);
});

test.each([
  ['/states/cn', 301, '/states/CN'],
  ['/relations/ls-cn', 301, '/relations/CN-LS'],
  ['/relations/LS-CN', 301, '/relations/CN-LS'],
  ['/year', 302, '/year/2026'],
])('%s redirects to the one address of its page', async (path, status, target) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('Location')]).toEqual([status, target]);
});

describe('an address with a faulty parameter', () => {
  test.each([
    ['/planner?state=CN&years=9', 'years=9', 'Write one of these values: 1, 2, 3, 5.'],
    ['/planner?state=CN&years=two', 'years=two', 'Write one of these values: 1, 2, 3, 5.'],
    ['/planner.csv?state=CN&years=4', 'years=4', 'Write one of these values: 1, 2, 3, 5.'],
    ['/planner?with=CN', 'with=CN', 'Name two different countries.'],
    ['/planner?state=CN&with=CN', 'with=CN', 'Name two different countries.'],
    ['/planner?region=mars', 'region=mars', 'Write one of these values: world, africa,'],
    ['/planner?pair=CN-CN', 'pair=CN-CN', 'A pair is two different codes, such as CN-LS for China and Lesotho.'],
    ['/?state=China', 'state=China', 'Codes are two letters, such as CN for China.'],
    ['/?kind=broken', 'kind=broken', 'Write one of these values: recognised, consular, established, upgraded'],
    ['/?policy=sevens', 'policy=sevens', 'Write one of these words: fives, tens, jubilees, every; or numbers of years'],
    [
      '/on/2024-01-12?policy=0',
      'policy=0',
      'Write one of these words: fives, tens, jubilees, every; or numbers of years',
    ],
  ])('%s gets an answer that names the parameter, its value and how to fix it', async (path, asked, mending) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    const html = await answer.text();
    expect(html).toContain(`The address asks for “${asked}”, which cannot be shown.`);
    expect(html).toContain(mending);
  });

  test('reports all faults at once', async () => {
    const html = await textOf('/?state=QQ&kind=war');
    expect(html).toContain('“state=QQ”');
    expect(html).toContain('“kind=war”');
  });

  test.each(languages)('reports them in the language "%s"', async (language) => {
    const html = await textOf(`/planner?state=CN&years=9&lang=${language}`);
    const { wrong } = wordsIn(language).reading;
    expect(html).toContain(wrong.asked('years', '9'));
    expect(html).toContain(wrong.oneOf([1, 2, 3, 5]));
  });

  test('is quoted as text, no longer than a line', async () => {
    const html = await textOf(`/planner?years=${encodeURIComponent(`<img src=x>${'9'.repeat(500)}`)}`);
    expect(html).toContain('years=&lt;img src=x&gt;999');
    expect(html.replace(/<nav.*?<\/nav>/gs, '')).not.toContain('9'.repeat(60));
  });
});

describe('the page of a state', () => {
  test('shows its relations, its next milestones and the links onwards', async () => {
    const html = await textOf('/states/CN');
    expect(html).toMatch(/In relations with \d+ states/);
    expect(html).toContain('Member of the United Nations since 24 October 1945;');
    for (const link of ['/planner?state=CN', '/calendars/CN.ics', '/feeds/CN.atom', '/v1/states/CN'])
      expect(html).toContain(link);
  });

  test('that has ended says when, and names its successors', async () => {
    const html = await textOf('/states/SU');
    expect(html).toContain('This state ceased to exist on 26 December 1991.');
    expect(html).toContain('<a href="/states/RU">Russia</a>');
    expect(html).not.toContain('Next milestones');
  });
});

describe('the European Union', () => {
  test('says on its page what it is, and nothing that applies only to states', async () => {
    const html = await textOf('/states/EU');
    expect(html).toContain('it is not a state');
    expect(html).not.toMatch(/Founded or independent|United Nations|takes no position/);
  });

  test('is listed apart from the states', async () => {
    const html = await textOf('/states');
    expect(html.indexOf('>Zimbabwe<')).toBeLessThan(html.indexOf('>Organisations<'));
    expect(html.indexOf('>Organisations<')).toBeLessThan(html.indexOf('>European Union<'));
    expect(html.indexOf('>European Union<')).toBeLessThan(html.indexOf('>Former states<'));
  });

  test('is a partner of states, but does not count among the states that they have relations with', async () => {
    const html = await textOf('/states/CN');
    expect(html).toMatch(/>Organisations<.*>European Union</s);
    const { relations } = stateAnswer.parse(await (await get('/v1/states/CN')).json());
    const inForce = relations.filter(({ status, partner }) => status === 'in force' && partner !== 'EU');
    expect(html).toContain(`In relations with ${inForce.length} states`);
  });

  test('is counted apart from the states', async () => {
    expect(await textOf('/about')).toContain('pairs of 204 states, the European Union and the Order of Malta');
    expect(await (await get('/v1/dataset')).json()).toMatchObject({ counts: { states: 204, organisations: 2 } });
  });
});

describe('the page of a pair', () => {
  test('shows each act with its sources, and why one date was preferred to others', async () => {
    const html = await textOf('/relations/CN-MK');
    expect(html).toContain('12 October 1993');
    expect(html).toContain('Also on file: 21 October 1993');
    expect(html).toContain('Preferred because an official source goes before an encyclopedia.');
  });

  test('that is severed says so, and that its anniversaries are silent', async () => {
    const html = await textOf('/relations/AL-IR');
    expect(html).toContain('Relations have been broken off since 7 September 2022.');
    expect(html).toContain('While relations are broken off or suspended, their anniversaries are not announced.');
  });
});

test('the planner and its CSV hold the same milestones', async () => {
  const [html, csv] = [await textOf('/planner?state=LS'), await textOf('/planner.csv?state=LS')];
  const rows = csv.trim().split('\n').length - 1;
  expect(rows).toBeGreaterThan(20);
  expect(html.match(/class="pair"/g)).toHaveLength(rows);
});

test('the planner counts a milestone of uncertain day once, though it stands on each of its days', async () => {
  const html = await textOf('/planner?pair=HR-PL&years=5');
  expect(html.match(/class="pair"/g)).toHaveLength(2);
  expect(html).toContain('1 milestone.');
});

test('the planner shows the local time where the other capital has another day, and weekends of both', async () => {
  expect(await textOf('/planner?pair=EG-NZ&policy=every')).not.toContain('09:00 in Egypt');
  const html = await textOf('/planner?pair=NZ-PE&policy=every');
  expect(html).toMatch(/09:00 in New Zealand: \w+day \d\d:00, the day before, in Peru/);
  expect(html).toContain('Weekend in');
});

test('the planner of several pairs offers no calendar, as none has only those', async () => {
  expect(await textOf('/planner?pair=CN-LS')).toContain('/calendars/CN-LS.ics');
  expect(await textOf('/planner?pair=CN-LS,FR-LS')).not.toContain('/calendars/');
});

test('the year obeys its parameters, and keeps them where it leads', async () => {
  const [usual, jubilees] = [await textOf('/year/2027'), await textOf('/year/2027?policy=jubilees')];
  const countIn = (html: string) => Number(/([\d,]+) milestones? falls? on/.exec(html)?.[1]?.replace(',', ''));
  expect(countIn(jubilees)).toBeLessThan(countIn(usual) / 3);
  expect(jubilees).toMatch(/href="\/on\/2027-\d\d-\d\d\?policy=jubilees"/);
  expect(jubilees).toContain('href="/year/2028?policy=jubilees"');
  expect(jubilees).toContain('href="/on/2027-01?policy=jubilees"');
});

test('the year links to each of its days and to the years beside it', async () => {
  const html = await textOf('/year/2027');
  for (const link of ['/on/2027-09-26', '/year/2026', '/year/2028']) expect(html).toContain(`href="${link}`);
  expect(await textOf('/year/1800')).not.toContain('/year/1799');
});

test.each(languages)('the front page in %s offers calendar and feed', async (language) => {
  const html = await textOf(`/?lang=${language}`);
  const { title, lines } = wordsIn(language).follow.world;
  for (const words of [title, ...lines]) expect(html).toContain(words);
  const offered = [
    'webcal://jubilee.example/calendars/world.ics',
    '/feeds/world.atom',
    '/v1/anniversaries?from=2026-11-23&to=2026-12-23',
  ];
  for (const address of offered) {
    expect(html.replaceAll('&amp;', '&')).toContain(`href="${address}"`);
    expect((await get(address.replace('webcal://jubilee.example', ''))).status).toBe(200);
  }
});

test('the states are sorted by the reader’s alphabet, each with its next milestone, and can be searched', async () => {
  const english = await textOf('/states');
  expect(english.indexOf('>Albania<')).toBeLessThan(english.indexOf('>Zimbabwe<'));
  expect(english).toMatch(/>China<\/a><small class="next">/);
  const arabic = await textOf('/states?lang=ar');
  expect(arabic.indexOf('>أرمينيا<')).toBeLessThan(arabic.indexOf('>اليمن<'));
  const found = await textOf('/states?q=kongo');
  expect(found).toContain('/states/CG');
  expect(found).not.toContain('/states/CN"');
});

test.each([
  ['/states/China', '/search?q=China'],
  ['/states/UK', '/search?q=UK'],
  ['/states/China?lang=fr', '/search?q=China&lang=fr'],
])('%s redirects to the search for what it means', async (path, to) => {
  const response = await app.request(path);
  expect([response.status, response.headers.get('location')]).toEqual([302, to]);
});

test.each(['TW', 'XK', 'EH', 'PS'])('the page of %s says why it is listed, and takes no position', async (code) => {
  expect(await textOf(`/states/${code}`)).toContain('the list takes no position on its status');
});

test.each(['VA', 'CK', 'CN', 'FR'])('the page of %s has no such note', async (code) => {
  expect(await textOf(`/states/${code}`)).not.toContain('takes no position');
});

test('a seat in the United Nations that is older than the present state is explained', async () => {
  expect(await textOf('/states/CN')).toContain(
    'the seat passed from an earlier state or government to the present one',
  );
  expect(await textOf('/states/LS')).not.toContain('the seat passed');
});

test('a state that has ended offers no calendar', async () => {
  expect(await textOf('/states/SU')).not.toContain('/calendars/SU.ics');
});
