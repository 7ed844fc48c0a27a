import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { logger } from '../../src/adapters/lambda/log.ts';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();
const failed = vi.spyOn(logger, 'error').mockImplementation(() => undefined);
afterAll(() => expect(failed).not.toHaveBeenCalled());

const fields = [
  ...['email', 'website', 'states', 'pairs', 'kinds', 'policy', 'policyNumbers', 'leadTimes', 'leadTimeDays', 'date'],
  ...[
    'frequency',
    'weekday',
    'hour',
    'timeZone',
    'language',
    'leapDay',
    'includeSevered',
    'sendEmpty',
    '__proto__',
    't',
  ],
];

/** Any text, among it text that would end an attribute, an element, a header or a string. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        '"><script>alert(1)</script>',
        "'",
        '"',
        '</title>',
        '\r\nX: y',
        '\0',
        '\u202e',
        '%',
        '&',
        '\\u0000',
        ';',
        'CN',
      ),
    )
    .map((parts) => parts.join('')),
);
const anything = fc.oneof(hostile, fc.jsonValue({ maxDepth: 2 }), fc.integer(), fc.array(hostile, { maxLength: 4 }));
const somePath = fc.constantFrom(
  '/subscribe',
  '/confirm',
  '/preferences',
  '/preferences/link',
  '/unsubscribe',
  '/unsubscribe/undo',
  '/erase',
);
const apiPath = fc.constantFrom('/v1/subscriptions', '/v1/subscriptions/link', '/v1/preview', '/v1/subscriptions/me');

function manageToken(): string {
  return site.links.sign('manage', { subscriberId: 'subscriber-1', subscriptionVersion: 1 }, site.now());
}

async function expectSound(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  const text = await response.text();
  if (response.headers.get('content-type')?.includes('json')) JSON.parse(text);
  else expect(text).not.toContain('<script>');
  expect([...response.headers.keys()]).not.toContain('x');
}

describe('hostile input', () => {
  test('in JSON gets a sound answer', async () => {
    await site.subscribers.put(aSubscriber());
    await fc.assert(
      fc.asyncProperty(apiPath, fc.dictionary(fc.constantFrom(...fields), anything), async (path, body) => {
        await expectSound(await site.postJson(path, body));
        const headers = { authorization: `Bearer ${manageToken()}`, 'content-type': 'application/json' };
        const changes = { method: 'PATCH', headers, body: JSON.stringify(body) };
        await expectSound(await site.app.request('/v1/subscriptions/me', changes));
      }),
      { numRuns: 300 },
    );
  });

  test('in a body of any kind gets a sound answer', async () => {
    const type = fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'text/html',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(somePath, apiPath),
        type,
        fc.uint8Array({ maxLength: 200 }),
        async (path, type, body) => {
          await expectSound(await site.app.request(path, { method: 'POST', headers: { 'content-type': type }, body }));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('in a form gets a sound answer and is shown back as text', async () => {
    await fc.assert(
      fc.asyncProperty(somePath, fc.dictionary(fc.constantFrom(...fields), hostile), async (path, form) => {
        await expectSound(await site.postForm(path, { ...form }));
        await expectSound(await site.postForm('/preferences', { ...form, t: manageToken() }));
      }),
      { numRuns: 150 },
    );
  });

  test('in a token is refused', async () => {
    const path = fc.constantFrom('/confirm', '/preferences', '/unsubscribe', '/unsubscribe/undo');
    await fc.assert(
      fc.asyncProperty(path, hostile, async (place, token) => {
        const response = await site.app.request(`${place}?t=${encodeURIComponent(String(Buffer.from(token)))}`);
        expect([400, 410]).toContain(response.status);
        await expectSound(response);
        await expectSound(await site.app.request(`${place}?${token}`));
      }),
      { numRuns: 200 },
    );
  });

  test('in a header or an address gets a sound answer', async () => {
    const latin = fc.string({ unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)) });
    const name = fc.constantFrom(
      'authorization',
      'accept-language',
      'accept',
      'content-type',
      'origin',
      'x-test-ip',
      'cookie',
    );
    await fc.assert(
      fc.asyncProperty(name, latin, hostile, async (header, value, path) => {
        for (const place of ['/', '/v1/subscriptions/me', '/docs'])
          await expectSound(await site.app.request(place, { headers: { [header]: value } }));
        await expectSound(await site.app.request(`http://localhost/${String(Buffer.from(path))}`));
      }),
      { numRuns: 100 },
    );
  });
});

test('a request reaches the queue as it was made, and its mail has no foreign header', async () => {
  const local = fc.string({ unit: fc.constantFrom(..."abc.+'!#$%&*/=?^_`{|}~-"), minLength: 1, maxLength: 20 });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(local, async (name) => {
      number += 1;
      const email = `x${name.replace(/^\.+|\.+$|\.(?=\.)/g, '')}${number}@host${number}.example`;
      const response = await site.postJson('/v1/subscriptions', { email }, { 'x-test-ip': `198.51.100.${number}` });
      if (response.status !== 202) return;
      const before = (await site.mails()).length;
      expect(await site.deliver()).toEqual([]);
      const mail = (await site.mails()).slice(before)[0];
      expect(mail?.to?.map(({ address }) => address)).toEqual([email]);
    }),
    { numRuns: 60 },
  );
  expect((await site.mails()).length).toBeGreaterThan(10);
});
