import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressKey } from '../../../src/adapters/dynamodb/address-key.ts';
import { none, withInterference } from '../../support/interference.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();

test('concurrent first callers create a single key', async () => {
  const ids = await Promise.all(
    Array.from({ length: 8 }, () => addressKey(documents, 'subscribers').subscriberId('desk@ministry.example')),
  );
  expect(new Set(ids).size).toBe(1);
  expect((await documents.send(new ScanCommand({ TableName: 'subscribers' }))).Count).toBe(1);
});

test('the key is read once', async () => {
  const key = addressKey(documents, 'subscribers');
  const calls = await withInterference(documents, none, async () => {
    await key.counter('network', '192.0.2.1');
    await key.counter('mailbox', 'a@host.example');
  });
  expect(calls).toEqual(['GetItemCommand']);
});

test('a failed read of the key is retried by the next call', async () => {
  const key = addressKey(documents, 'subscribers');
  const failing = withInterference(
    documents,
    () => Promise.reject(new Error('away')),
    () => key.subscriberId('a@host.example'),
  );
  await expect(failing).rejects.toThrow('away');
  expect(await key.subscriberId('a@host.example')).toHaveLength(22);
});

test('an address that was given away leads to its new subscriber, and back to nobody once they have left', async () => {
  const key = addressKey(documents, 'subscribers');
  const [old, fresh] = ['left@host.example', 'entered@host.example'];
  const id = await key.subscriberId(old);
  await key.free(fresh, id);
  await key.give(fresh, id);
  await key.free(old, id);
  const next = await key.subscriberId(old);
  await key.free(old, id);
  expect([await key.subscriberId(fresh), await key.subscriberId(old)]).toEqual([id, next]);
  expect(next).toMatch(/^[\w-]{22}$/);
  expect(next).not.toBe(id);
  await key.give(old, id);
  await key.free(fresh, id);
  expect([await key.subscriberId(old), (await key.subscriberId(fresh)) === id]).toEqual([id, false]);
});

test('ids of addresses are valid SES tags, ignore case, and differ between addresses', async () => {
  const key = addressKey(documents, 'subscribers');
  await fc.assert(
    fc.asyncProperty(fc.emailAddress(), fc.emailAddress(), async (one, other) => {
      const id = await key.subscriberId(one);
      expect(id).toMatch(/^[\w-]{22}$/);
      expect(await key.subscriberId(one.toUpperCase())).toBe(id);
      if (one.toLowerCase() !== other.toLowerCase()) expect(await key.subscriberId(other)).not.toBe(id);
      expect(await key.counter('mailbox', one)).not.toContain(id);
    }),
  );
});

test('another installation gives the same address another id', async () => {
  const elsewhere = addressKey(await localTables(), 'subscribers');
  const here = addressKey(documents, 'subscribers');
  expect(await elsewhere.subscriberId('a@host.example')).not.toBe(await here.subscriberId('a@host.example'));
});
