import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SlotRequest } from '../../src/adapters/dynamodb/pace-table.ts';
import { logger, metrics } from '../../src/adapters/lambda/log.ts';
import { metricNames } from '../../src/adapters/lambda/metric-names.ts';
import { quotaReport, sendQuota } from '../../src/adapters/ses/send-quota.ts';
import type { SendQuota } from '../../src/domain/pacing.ts';
import { sendSlots } from '../../src/sending/send-slots.ts';
import { localSes } from '../support/local-ses.ts';

const start = Date.parse('2024-01-05T08:00:00Z');
let time: number;
const now = () => new Date(time);

beforeEach(() => {
  time = start;
});

describe('a sender', () => {
  function aSender(quota: Partial<SendQuota> = {}, { isBraked = false, freeAt = start } = {}) {
    const wishes: SlotRequest[] = [];
    const pushes: SlotRequest[] = [];
    const pace = {
      reserve: async (wish: SlotRequest) => {
        wishes.push(wish);
        return freeAt <= wish.latest ? freeAt : undefined;
      },
      pushBack: async (wish: SlotRequest) => void pushes.push(wish),
    };
    const granted = { perSecond: 14, perDay: 50_000, sentInLastDay: 0, ...quota };
    const brake = { isOn: async () => isBraked };
    return {
      ...sendSlots({
        quota: async () => granted,
        pace,
        brakes: { confirmed: brake, unconfirmed: brake },
        limits: { take: async () => true },
        now,
      }),
      wishes,
      pushes,
    };
  }

  test('gets a slot for each mail, evenly spaced, by one reservation', async () => {
    const { reserve, wishes } = aSender({ perSecond: 100 }, { freeAt: start + 70 });
    expect(await reserve(3, 'digest')).toEqual({ slots: [start + 70, start + 81, start + 92] });
    expect(wishes).toHaveLength(1);
  });

  test('gets no more slots than a minute holds', async () => {
    const reservation = await aSender({ perSecond: 0.5 }).reserve(50, 'digest');
    expect(reservation !== 'closed' && reservation.slots.length).toBe(27);
  });

  test('gets no more slots than are left of the day', async () => {
    const reservation = await aSender({ sentInLastDay: 47_498 }).reserve(50, 'digest');
    expect(reservation !== 'closed' && reservation.slots.length).toBe(2);
  });

  test('gets no slot beyond the longest wait: a notice is retried instead', async () => {
    const sender = aSender({}, { freeAt: start + 31_000 });
    expect(await sender.reserve(1, 'notice')).toEqual({ slots: [] });
    expect(await sender.reserve(1, 'digest')).toEqual({ slots: [start + 31_000] });
  });

  test('of digests gets no more slots today while one of notices still sends', async () => {
    const sender = aSender({ sentInLastDay: 48_000 });
    expect(await sender.reserve(1, 'digest')).toBe('closed');
    expect(await sender.reserve(1, 'notice')).toEqual({ slots: [start] });
  });

  test('gets no slot while all sending is braked', async () => {
    const { reserve, wishes } = aSender({}, { isBraked: true });
    expect([await reserve(1, 'notice'), wishes]).toEqual(['closed', []]);
  });

  test('whose mails were throttled pushes all others back, once a second however many they were', async () => {
    const { pushBack, pushes } = aSender();
    await Promise.all([pushBack(), pushBack()]);
    time += 1_000;
    await pushBack();
    expect(pushes.map(({ ms, now: at }) => [ms, at - start])).toEqual([
      [1_000, 0],
      [1_000, 1_000],
    ]);
  });
});

describe('the quota', () => {
  const quota = (perSecond: number, perDay: number) => ({ perSecond, perDay });

  test('is what SES reports, requested again after two minutes and not before', async () => {
    const granted = quota(14, 50_000);
    const { client } = await localSes({ quota: granted });
    const read = sendQuota(client, now);
    expect(await read()).toEqual({ ...granted, sentInLastDay: 0 });
    Object.assign(granted, { perSecond: 80 });
    time += 119_999;
    expect((await read()).perSecond).toBe(14);
    time += 1;
    expect((await read()).perSecond).toBe(80);
  });

  test.each([
    ['the sandbox', quota(1, 200), [1, 0.5]],
    ['a quota that is large', quota(200, 1_000_000), [0, 0.000_1]],
    ['no limit', quota(200, Number.POSITIVE_INFINITY), [0, 0]],
  ])('is counted for the alarms with every answer: %s', (_what, granted, [inSandbox, used]) => {
    const add = vi.spyOn(metrics, 'addMetric').mockReturnValue(metrics);
    vi.spyOn(logger, 'warn').mockReturnValue();
    quotaReport()({ ...granted, sentInLastDay: 1 });
    expect(add.mock.calls.map(([name, , value]) => [name, value])).toEqual([
      [metricNames.inSandbox, inSandbox],
      [metricNames.quotaUsed, used],
    ]);
    vi.restoreAllMocks();
  });

  test('is returned with every reservation, without a further read', async () => {
    const { client } = await localSes({ quota: quota(1, 200) });
    const told: SendQuota[] = [];
    const read = sendQuota(client, now, (answer) => told.push(answer));
    await read();
    await read();
    expect(told).toEqual([{ ...quota(1, 200), sentInLastDay: 0 }]);
  });

  test('is never guessed: if SES does not answer, nothing is sent, and the quota is requested again', async () => {
    const { client } = await localSes();
    const send = vi.spyOn(client, 'send').mockRejectedValueOnce(new Error('Throttling'));
    const read = sendQuota(client, now);
    await expect(read()).rejects.toThrow('Throttling');
    expect((await read()).perSecond).toBe(100);
    expect(send).toHaveBeenCalledTimes(2);
  });

  test.each([
    ['one warning in the sandbox', 200, 1],
    ['no warning outside it', 201, 0],
  ])('is logged with %s', (_how, perDay, warnings) => {
    const warn = vi.spyOn(logger, 'warn').mockReturnValue();
    vi.spyOn(metrics, 'addMetric').mockReturnValue(metrics);
    const report = quotaReport();
    report({ ...quota(1, perDay), sentInLastDay: 0 });
    report({ ...quota(1, perDay), sentInLastDay: 1 });
    expect(warn.mock.calls.filter(([message]) => String(message).includes('SANDBOX'))).toHaveLength(warnings);
    vi.restoreAllMocks();
  });
});
