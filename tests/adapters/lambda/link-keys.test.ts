import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Listening } from '../../../cli/local/listen.ts';
import { serve } from '../../../cli/local/listen.ts';
import { localVariables } from '../../../cli/local/local-account.ts';
import { makeLinkKeys, readLinkKeysFrom, removeLinkKeys } from '../../../src/adapters/lambda/link-keys.ts';

/** Parameters as SSM keeps them, by name. */
const kept = new Map<string, { readonly Value: string; readonly Type: string }>();

const now = new Date('2024-01-05T08:00:00Z');
const caller = {
  region: async () => 'us-east-1',
  credentials: async () => ({ accessKeyId: 'a', secretAccessKey: 's' }),
};

let ssm: Listening;
beforeAll(async () => {
  const app = new Hono();
  app.post('*', async (c) => {
    const { Name, ...asked } = await c.req.json();
    const operation = c.req.header('x-amz-target');
    if (operation === 'AmazonSSM.PutParameter') {
      if (kept.has(Name) && !asked.Overwrite) return c.json({ __type: 'ParameterAlreadyExists' }, 400);
      kept.set(Name, asked);
      return c.json({ Version: 1 });
    }
    if (!kept.has(Name)) return c.json({ __type: 'ParameterNotFound' }, 400);
    if (operation === 'AmazonSSM.DeleteParameter') kept.delete(Name);
    return c.json(operation === 'AmazonSSM.GetParameter' ? { Parameter: kept.get(Name) } : {});
  });
  ssm = await serve(app, 0);
  const { url } = ssm;
  for (const [name, value] of Object.entries(localVariables({ dynamoDb: url, ses: url, lambda: url, services: url }))) {
    vi.stubEnv(name, value);
  }
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await ssm.close();
});

test('a first deployment creates an encrypted key; a later one keeps it, or every link in every mail would break', async () => {
  expect(await makeLinkKeys('/Jubilee/link-keys')).toBe(true);
  const keys = await readLinkKeysFrom('/Jubilee/link-keys', caller, now);
  expect(await makeLinkKeys('/Jubilee/link-keys')).toBe(false);
  expect(await readLinkKeysFrom('/Jubilee/link-keys', caller, now)).toEqual(keys);
  expect(kept.get('/Jubilee/link-keys')?.Type).toBe('SecureString');
});

test('two stacks each have a key of their own', async () => {
  await makeLinkKeys('/One/link-keys');
  await makeLinkKeys('/Two/link-keys');
  expect((await readLinkKeysFrom('/One/link-keys', caller, now)).current).not.toBe(
    (await readLinkKeysFrom('/Two/link-keys', caller, now)).current,
  );
});

test('removing a key succeeds, even one that is already gone', async () => {
  await makeLinkKeys('/Gone/link-keys');
  await removeLinkKeys('/Gone/link-keys');
  await removeLinkKeys('/Gone/link-keys');
  expect(kept.has('/Gone/link-keys')).toBe(false);
});
