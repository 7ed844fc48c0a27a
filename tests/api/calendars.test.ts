import { XMLValidator } from 'fast-xml-parser';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { subscriptionAnswer } from '../../lambdas/api/answers.ts';
import { logger } from '../../src/adapters/lambda/log.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { confirm, requestSubscription } from '../../src/domain/subscription.ts';
import { parsers } from '../icalendar/read-calendar.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const id = 'subscriber-1';
const get = (path: string, headers: Record<string, string> = {}) => site.app.request(path, { headers });
const titlesIn = (text: string) => parsers['ical.js']?.(text).map(({ title }) => title);

beforeEach(() => site.setTime('2024-01-05T12:00:00Z'));

describe('a calendar file of one milestone', () => {
  const path = '/milestones/CN-LS/1994-01-12-resumed-30.ics';

  test('holds its one entry, in the requested language', async () => {
    expect(titlesIn(await (await get(path)).text())).toEqual(['China–Lesotho: 30 years since relations resumed']);
    const french = await (await get(`${path}?lang=fr`)).text();
    expect(titlesIn(french)).toEqual(['Chine – Lesotho\u00a0: 30e anniversaire du rétablissement des relations']);
  });

  test('is served to caches as a calendar', async () => {
    const { headers } = await get(path);
    expect(headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('Cache-Control')).toBe('public, max-age=300');
  });

  test.each([
    ['another pair', '/milestones/CN-FR/1994-01-12-resumed-30.ics'],
    ['another day', '/milestones/CN-LS/1994-01-13-resumed-30.ics'],
    ['no number', '/milestones/CN-LS/1994-01-12-resumed.ics'],
    ['a number beyond the calendar', '/milestones/CN-LS/1994-01-12-resumed-9000.ics'],
    ['another file', '/milestones/CN-LS/1994-01-12-resumed-30.txt'],
  ])('does not exist for %s', async (_what, wrong) => {
    expect((await get(wrong)).status).toBe(404);
  });
});

describe.each([
  ['/calendars/CN.ics', 'text/calendar; charset=utf-8'],
  [
    '/calendars/CN-LS.ics?policy=7,70&kinds=established,resumed&years=10&lang=en&alarm=30',
    'text/calendar; charset=utf-8',
  ],
  ['/calendars/world.ics', 'text/calendar; charset=utf-8'],
  ['/feeds/CN.atom', 'application/atom+xml; charset=utf-8'],
  ['/feeds/CN-LS.atom?lead=365&policy=every', 'application/atom+xml; charset=utf-8'],
  ['/feeds/world.atom', 'application/atom+xml; charset=utf-8'],
])('%s', (path, type) => {
  test('is revalidated by its ETag', async () => {
    const first = await get(path);
    expect([first.status, first.headers.get('Content-Type')]).toEqual([200, type]);
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=300');
    const again = await get(path, { 'If-None-Match': first.headers.get('ETag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('keeps its ETag on another day of the year if it is a calendar', async () => {
    const before = (await get(path)).headers.get('ETag');
    site.setTime('2024-11-30T23:00:00Z');
    const after = (await get(path)).headers.get('ETag');
    if (type.startsWith('text/calendar')) expect(after).toBe(before);
  });

  test('has an address short enough for calendar apps', () => {
    const longest = 'https://abcdefghij.execute-api.ap-southeast-1.amazonaws.com';
    expect((longest + path).length).toBeLessThan(200);
  });
});

test('the longest public address stays under 200 characters', () => {
  const kinds = 'recognised,consular,established,upgraded,severed,resumed';
  const path = `/calendars/CN-LS.ics?policy=jubilees&kinds=${kinds}&years=10&lang=en&alarm=550`;
  expect(`https://abcdefghij.execute-api.ap-southeast-1.amazonaws.com${path}`.length).toBeLessThan(200);
});

test('a calendar obeys its parameters', async () => {
  const text = await (await get('/calendars/ls-cn.ics?policy=30,41&kinds=resumed')).text();
  expect(titlesIn(text)).toEqual(['China–Lesotho: 30 years since relations resumed']);
  expect(text).toContain('X-WR-CALNAME:China–Lesotho: diplomatic anniversaries');
});

test('a feed gains an entry on the day the milestone comes within the lead time', async () => {
  const entries = async (lead: number) => {
    const text = await (await get(`/feeds/CN-LS.atom?kinds=resumed&lead=${lead}`)).text();
    expect(XMLValidator.validate(text)).toBe(true);
    return text.match(/<title>30th anniversary/g)?.length ?? 0;
  };
  expect([await entries(6), await entries(7)]).toEqual([0, 1]);
});

test.each([
  ['/calendars/CN.ics?years=11', 'years', 'must be a whole number from 1 to 10'],
  ['/calendars/CN.ics?years=two', 'years', 'must be a whole number from 1 to 10'],
  ['/calendars/CN.ics?policy=often', 'policy', 'must be fives, tens, jubilees, every or a list of 1 to 100 numbers'],
  [
    '/calendars/CN.ics?kinds=married',
    'kinds',
    'must be recognised, consular, established, upgraded, severed or resumed',
  ],
  ['/calendars/CN.ics?lang=tlh', 'lang', 'must be en'],
  ['/calendars/CN.ics?alarm=551', 'alarm', 'must be a whole number from 0 to 550'],
  ['/calendars/CN.ics?colour=red', 'colour', 'is not a known field'],
  ['/feeds/world.atom?lead=-1', 'lead', 'must be a whole number from 0 to 550'],
  ['/feeds/world.atom?years=2', 'years', 'is not a known field'],
])('%s is refused with what to fix', async (path, field, message) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([400, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({
    errors: [{ field, pointer: expect.stringMatching(`^/${field}`), message: expect.stringContaining(message) }],
  });
});

test.each(['/calendars/XX.ics', '/calendars/CN.txt', '/calendars/CN-CN.ics', '/feeds/CN.ics', '/calendars/my/key.ics'])(
  '%s is not found',
  async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  },
);

describe("a subscriber's own calendar", () => {
  const token = () => site.links.sign('manage', { subscriberId: id, subscriptionVersion: 7 }, site.now());
  const manage = () => ({ authorization: `Bearer ${token()}` });
  const me = async (path = '', method = 'GET') => {
    const answer = await site.app.request(`/v1/subscriptions/me${path}`, { method, headers: manage() });
    return subscriptionAnswer.parse(await answer.json());
  };
  const pathOfMine = async () => new URL((await me()).calendarUrl ?? '').pathname;
  const given = (overrides: Partial<Subscriber> = {}) =>
    site.subscribers.put(
      aSubscriber({ subscriptionVersion: 7, preferences: preferencesWith({ pairs: ['CN-LS'] }), ...overrides }),
    );

  beforeEach(() => given());

  test('follows their preferences when these change', async () => {
    const path = await pathOfMine();
    expect(titlesIn(await (await get(path)).text())).toContain('China–Lesotho: 30 years since relations resumed');
    await given({ preferences: preferencesWith({ pairs: ['CN-FR'] }) });
    expect(titlesIn(await (await get(path)).text())).toEqual([
      'China–France: 60 years since relations were established',
    ]);
  });

  test('takes a number of years and a reminder, and no other parameter', async () => {
    const path = await pathOfMine();
    expect(await (await get(`${path}?years=10&alarm=7`)).text()).toContain('BEGIN:VALARM');
    expect((await get(`${path}?policy=tens`)).status).toBe(400);
  });

  test('is kept out of shared caches, has a short address and is revalidated by its ETag', async () => {
    const { calendarUrl } = await me();
    expect(calendarUrl?.length).toBeLessThan(170);
    const first = await get(await pathOfMine());
    expect([first.status, first.headers.get('Cache-Control')]).toEqual([200, 'private, no-cache']);
    expect((await get(await pathOfMine(), { 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(304);
  });

  test('changes nothing when read', async () => {
    const path = await pathOfMine();
    const before = await site.tables();
    await get(path);
    await site.app.request(path, { method: 'HEAD' });
    expect(await site.tables()).toEqual(before);
  });

  test('still answers years later', async () => {
    const path = await pathOfMine();
    site.setTime('2034-01-05T12:00:00Z');
    expect((await get(path)).status).toBe(200);
  });

  test.each([
    ['over the API', async () => (await me('/calendar/reset', 'POST')).calendarUrl],
    [
      'by the button in the preference centre',
      async () => {
        expect(await (await get(`/preferences?t=${token()}`)).text()).toContain('action="/preferences/calendar/reset"');
        const page = await (await site.postForm('/preferences/calendar/reset', { t: token() })).text();
        return />(https:[^<]*\.ics)</.exec(page)?.[1];
      },
    ],
  ])('gets another address %s, and the previous one is not found', async (_how, reset) => {
    const before = await pathOfMine();
    const after = new URL((await reset()) ?? '').pathname;
    expect(after).not.toBe(before);
    expect(after).toBe(await pathOfMine());
    expect([(await get(before)).status, (await get(after)).status]).toEqual([404, 200]);
  });

  test('is not reset by a GET or without a token', async () => {
    const before = await site.tables();
    expect((await get('/preferences/calendar/reset')).status).toBe(405);
    expect((await site.postForm('/preferences/calendar/reset', { t: 'forged' })).status).toBe(400);
    expect((await site.app.request('/v1/subscriptions/me/calendar/reset', { method: 'POST' })).status).toBe(401);
    expect(await site.tables()).toEqual(before);
  });

  test.each([
    ['has unsubscribed', () => given({ status: 'unsubscribed' })],
    ['is suppressed', () => given({ status: 'suppressed', suppressedFor: 'bounce' })],
    ['has not confirmed', () => given({ status: 'pending' })],
    ['was erased', () => site.subscribers.remove(id)],
  ])('is not found once its owner %s', async (_what, leave) => {
    const path = await pathOfMine();
    await leave();
    expect((await get(path)).status).toBe(404);
  });

  test('of an earlier subscription stays closed, however often it was reset', async () => {
    const path = await pathOfMine();
    for (let time = 0; time < 3; time += 1) await me('/calendar/reset', 'POST');
    const last = await pathOfMine();
    const known = await site.subscribers.find(id);
    const again = requestSubscription(known && { ...known, status: 'unsubscribed' }, {
      id,
      email: 'desk@ministry.example',
      preferences: preferencesWith(),
      at: new Date('1970-01-01T00:00:08Z'),
    });
    if (again === undefined) throw new Error('the address may be asked');
    await site.subscribers.put(confirm(again, site.now()));
    expect([(await get(path)).status, (await get(last)).status]).toEqual([404, 404]);
  });

  test('opens only with its own key', async () => {
    const path = await pathOfMine();
    const bearer = { subscriberId: id, subscriptionVersion: 7 };
    const others = (['unsubscribe', 'manage', 'confirm', 'undo'] as const).map(
      (purpose) => `/calendars/my/${site.links.sign(purpose, bearer, site.now())}.ics`,
    );
    for (const forged of [...others, path.replace('.7.', '.8.'), `${path.slice(0, -6)}A.ics`, '/calendars/my/.ics'])
      expect((await get(forged)).status).toBe(404);
  });

  test('keeps its address out of the log, even when something breaks', async () => {
    const path = await pathOfMine();
    const find = vi.spyOn(site.links, 'verify').mockImplementationOnce(() => {
      throw new Error('broken');
    });
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
    expect((await get(path)).status).toBe(500);
    const texts = JSON.stringify(logged.mock.calls);
    expect(texts).toContain('/calendars/my/:file');
    expect(texts).not.toContain(path.slice('/calendars/my/'.length, -4));
    find.mockRestore();
    logged.mockRestore();
  });
});
