import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { expect, test, vi } from 'vitest';
import { limitTable } from '../../../src/adapters/dynamodb/limit-table.ts';
import { requestLimits } from '../../../src/domain/request-limit.ts';
import { localTables } from '../../support/local-tables.ts';

const documents = await localTables();
const { take, takeOnce } = limitTable(documents, 'limits');
const limit = { most: 3, hours: 1 };
const at = (time: string) => new Date(`2024-01-05T${time}Z`);

test('a window admits requests up to its limit, even concurrent ones, and the next window starts from zero', async () => {
  const taken = await Promise.all(Array.from({ length: 9 }, () => take('ip#a', limit, at('08:59:59'))));
  expect(taken.filter(Boolean)).toHaveLength(3);
  expect(await take('ip#b', limit, at('08:59:59'))).toBe(true);
  expect(await take('ip#a', limit, at('09:00:00'))).toBe(true);
});

test('a repeated request counts once, and is still admitted when others have filled the window', async () => {
  const once = (requestId: string) => takeOnce('ip#c', limit, { requestId, askedAt: at('08:59:59') });
  for (let attempt = 0; attempt < 4; attempt += 1) expect(await once('first')).toBe(true);
  expect([await once('second'), await once('third'), await once('fourth')]).toEqual([true, true, false]);
  expect([await once('first'), await once('fourth')]).toEqual([true, false]);
});

test('a window admits concurrent requests up to its limit, even if they may be repeated', async () => {
  const requests = Array.from({ length: 9 }, (_, index) => ({
    requestId: `request ${index}`,
    askedAt: at('08:59:59'),
  }));
  const admitted = await Promise.all(requests.map((request) => takeOnce('ip#d', limit, request)));
  expect(admitted.filter(Boolean)).toHaveLength(3);
});

test('a request beyond a large limit writes nothing, and reads eight bytes for each request counted', async () => {
  const once = (request: number) =>
    takeOnce('domain', requestLimits.domain, { requestId: `3ae4f66d-48c8-${request}`, askedAt: at('08:30:00') });
  for (let request = 1; request <= requestLimits.domain.most; request += 1) expect(await once(request)).toBe(true);
  const send = vi.spyOn(documents, 'send');
  expect(await once(0)).toBe(false);
  expect(send.mock.calls.map(([command]) => command.constructor)).toEqual([GetCommand]);
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'limits' }));
  const marks = Items.find((item) => String(item.counter).startsWith('domain#'))?.marks;
  expect([...marks].join('')).toHaveLength(8 * requestLimits.domain.most);
});

test('a counter expires once its window has passed', async () => {
  await take('mailbox#a', { most: 3, hours: 24 }, at('08:00:00'));
  const { Items = [] } = await documents.send(new ScanCommand({ TableName: 'limits' }));
  const counter = Items.find((item) => String(item.counter).startsWith('mailbox#a'));
  expect(counter?.expiresAt).toBe(Date.parse('2024-01-06T00:00:00Z') / 1000);
});
