import { expect, test } from 'vitest';
import { queueEvent } from '../../cli/local/queue-event.ts';
import { sendBatch } from '../../lambdas/notice-sender/send-batch.ts';
import { everySubscriber } from '../../src/adapters/dynamodb/subscriber-table.ts';
import { toBearer } from '../../src/adapters/lambda/link-signer.ts';
import { aSubscriber } from '../support/builders.ts';
import { withInterference } from '../support/interference.ts';
import { aSite, tokenIn } from '../support/site.ts';

const undoPath = '/preferences/address/undo';
/** Long enough for the lease of a killed process to end. */
const HOURS_LATER = 0.3;

const site = await aSite();

/** A subscriber of their own for each kill, who has asked to move and whose new address has been mailed. */
async function mover(name: string) {
  const [old, fresh] = [`desk@${name}.example`, `protocol@${name}-new.example`];
  const subscriber = aSubscriber({ id: await site.addresses.subscriberId(old), email: old });
  await site.subscribers.put(subscriber);
  const t = site.links.sign('manage', toBearer(subscriber, 'manage'), site.now());
  await site.postForm('/preferences/address', { t, email: fresh });
  await site.deliver();
  const press = async (address: string, path: string) =>
    site.postForm(path, { t: tokenIn(await lastTo(address), path) });
  return { id: subscriber.id, old, fresh, press };
}

const mailsTo = async (address: string) => (await site.mails()).filter(({ to }) => to?.[0]?.address === address);
const lastTo = async (address: string) => (await mailsTo(address)).at(-1);

/** The active addresses, and the id that each address leads to. */
async function stateOf({ id, old, fresh }: Awaited<ReturnType<typeof mover>>) {
  const active: string[] = [];
  for await (const { status, email } of everySubscriber(site.documents, 'subscribers', site.now()))
    if (status === 'active' && [old, fresh].includes(email)) active.push(email);
  const isTheirs = async (address: string) => (await site.addresses.subscriberId(address)) === id;
  return { active, old: await isTheirs(old), fresh: await isTheirs(fresh) };
}

/** Delivers what is queued; the process is killed at its nth call of DynamoDB, before it is made or after. */
async function deliverKilledAt(call: number, isMade: boolean): Promise<boolean> {
  const messages = site.queued.splice(0);
  let [calls, isKilled] = [0, false];
  const event = queueEvent(messages.map((message) => ({ ...message, receiveCount: 1, visibleAt: 0 })));
  await withInterference(
    site.documents,
    async (_call, send) => {
      calls += 1;
      if (calls < call) return send();
      if (isMade && calls === call) await send();
      isKilled = true;
      throw new Error('killed');
    },
    () => sendBatch(event, { ...site.noticePorts, postpone: async () => {} }),
  );
  site.queued.push(...messages);
  await site.hear();
  return isKilled;
}

async function deliverAgain(): Promise<void> {
  site.pass(HOURS_LATER);
  await site.deliver();
  site.pass(1);
}

test.each([
  ['before', false],
  ['after', true],
] as const)('a process killed %s any of its calls loses neither a move nor its notice', async (when, isMade) => {
  let call = 1;
  for (; ; call += 1) {
    const moving = await mover(`${when}${call}`);
    await moving.press(moving.fresh, '/confirm');
    if (!(await deliverKilledAt(call, isMade))) break;
    expect((await stateOf(moving)).active).toHaveLength(1);
    await deliverAgain();
    expect(await stateOf(moving)).toEqual({ active: [moving.fresh], old: false, fresh: true });
    expect((await mailsTo(moving.old)).map(({ subject }) => subject)).toEqual([
      'Your digests from Jubilee go to another address',
    ]);
  }
  expect(call).toBeGreaterThan(15);
});

test.each([
  ['before', false],
  ['after', true],
] as const)('a process killed %s any of its calls loses neither an undo nor its notice', async (when, isMade) => {
  let call = 1;
  for (; ; call += 1) {
    const moving = await mover(`undone-${when}${call}`);
    await moving.press(moving.fresh, '/confirm');
    await site.deliver();
    await moving.press(moving.old, undoPath);
    if (!(await deliverKilledAt(call, isMade))) break;
    expect((await stateOf(moving)).active).toHaveLength(1);
    await deliverAgain();
    expect(await stateOf(moving)).toEqual({ active: [moving.old], old: true, fresh: false });
    expect((await mailsTo(moving.fresh)).map(({ subject }) => subject)).toEqual([
      'Please confirm your new address for Jubilee',
      'Your digests from Jubilee no longer come here',
    ]);
  }
  expect(call).toBeGreaterThan(15);
});
