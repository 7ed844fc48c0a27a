import { describe, expect, test } from 'vitest';
import { requestLimits } from '../../src/domain/request-limit.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { aSubscriber } from '../support/builders.ts';
import { aSite } from '../support/site.ts';

const site = await aSite();

async function known(email: string, overrides: Partial<Subscriber>): Promise<string> {
  await site.subscribers.put(aSubscriber({ id: await site.addresses.subscriberId(email), email, ...overrides }));
  return email;
}

const addresses = {
  unknown: 'unknown@ministry.example',
  active: await known('active@ministry.example', {}),
  pending: await known('pending@ministry.example', { status: 'pending', confirmationMails: 1 }),
  bounced: await known('bounced@ministry.example', { status: 'suppressed', suppressedFor: 'bounce' }),
  complained: await known('complained@ministry.example', { status: 'suppressed', suppressedFor: 'complaint' }),
  left: await known('left@ministry.example', { status: 'unsubscribed' }),
  limited: await limited('limited@ministry.example'),
};

async function limited(email: string): Promise<string> {
  const counter = await site.addresses.counter('mailbox', email);
  const { most } = requestLimits.mailbox;
  for (let taken = 0; taken < most; taken += 1)
    await site.noticePorts.limits.take(counter, requestLimits.mailbox, site.now());
  return email;
}

const ways = [
  ['POST /v1/subscriptions', (email: string) => site.postJson('/v1/subscriptions', { email })],
  ['POST /v1/subscriptions/link', (email: string) => site.postJson('/v1/subscriptions/link', { email })],
  ['POST /subscribe', (email: string) => site.postForm('/subscribe', { email })],
  ['POST /preferences/link', (email: string) => site.postForm('/preferences/link', { email })],
] as const;

describe.each(ways)('%s', (_way, ask) => {
  test('answers every address with the same status, headers and body', async () => {
    const answers = new Set<string>();
    for (const email of Object.values(addresses)) {
      const response = await ask(email);
      answers.add(JSON.stringify([response.status, [...response.headers], await response.text()]));
    }
    expect(answers.size).toBe(1);
  });

  test('reads and writes no table, so its time cannot depend on the address', async () => {
    const commands: string[] = [];
    site.documents.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          commands.push(commandName);
          return next(args);
        },
      { step: 'serialize', name: 'noting' },
    );
    for (const email of Object.values(addresses)) await ask(email);
    site.documents.middlewareStack.remove('noting');
    expect(commands).toEqual([]);
  });
});
