import {
  AccountSendingPausedException,
  GetAccountSendingEnabledCommand,
  GetSendQuotaCommand,
  ListIdentitiesCommand,
  MessageRejected,
  type SESClient,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SesFault } from '../../cli/local/embedded-ses.ts';
import { openMailStore } from '../../cli/local/mail-store.ts';
import type { SesEvent } from '../../cli/local/ses-events.ts';
import { localSes } from '../support/local-ses.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const headers = 'From: alerts@example.org\r\nTo: desk@ministry.example\r\nSubject: Hello\r\n\r\n';

function send(client: SESClient, overrides: Partial<SendRawEmailCommand['input']> = {}) {
  return client.send(
    new SendRawEmailCommand({
      Source: 'alerts@example.org',
      Destinations: ['desk@ministry.example'],
      RawMessage: { Data: Buffer.from(`${headers}Hello`) },
      ConfigurationSetName: 'jubilee',
      Tags: [{ Name: 'subscriber', Value: 's-1' }],
      ...overrides,
    }),
  );
}

describe('the embedded SES keeps', () => {
  test('any mail to the byte, in the order of acceptance', async () => {
    const { client, mails } = await localSes({ quota: { perSecond: 1_000, perDay: 1_000 } });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (body) => {
        const raw = Buffer.concat([Buffer.from(headers), body]);
        const { MessageId } = await send(client, { RawMessage: { Data: raw } });
        const kept = mails.all().at(-1);
        expect(kept?.messageId).toBe(MessageId);
        expect(kept && (await mails.raw(kept))).toEqual(raw);
      }),
      { numRuns: 50 },
    );
  });

  test('its mails when it is opened again, and goes on counting', async () => {
    const folder = await temporaryFolder();
    const mails = await openMailStore(folder);
    const { client } = await localSes({ mails });
    await Promise.all([send(client), send(client), send(client)]);
    const again = await openMailStore(folder);
    expect(again.all()).toEqual(mails.all());
    await send((await localSes({ mails: again })).client);
    expect(again.all().map(({ id }) => id)).toEqual(['00000001', '00000002', '00000003', '00000004']);
  });
});

describe('the embedded SES refuses as the real one does', () => {
  test.each([
    ['an invalid address', { Destinations: ['desk'] }, 'Illegal address'],
    ['two addresses in one', { Destinations: ['a@b.example,c@d.example'] }, 'Illegal address'],
    ['no recipient', { Destinations: [] }, 'No recipients'],
    ['more than 50 recipients', { Destinations: Array(51).fill('desk@ministry.example') }, 'Recipient count'],
    ['a tag with other characters', { Tags: [{ Name: 'subscriber', Value: 'a@b' }] }, 'tag'],
    [
      'a mail without a sender',
      { RawMessage: { Data: Buffer.from('Subject: x\r\n\r\n') } },
      "Missing required header 'From'",
    ],
    [
      'a header that may stand once standing twice',
      { RawMessage: { Data: Buffer.from(`Subject: x\r\n${headers}`) } },
      "Duplicate header 'subject'",
    ],
  ])('%s', async (_what, overrides, message) => {
    const { client, mails } = await localSes();
    await expect(send(client, overrides)).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringContaining(message),
    });
    expect(mails.all()).toEqual([]);
  });

  test('the mails it is instructed to refuse, with errors that the SDK knows', async () => {
    const faults: SesFault[] = [
      { code: 'MessageRejected', message: 'Bad <content> & "more"' },
      { code: 'AccountSendingPausedException', message: 'Paused' },
    ];
    const { client } = await localSes({ faults: () => faults.shift() });
    const rejected = await send(client).catch((error) => error);
    expect(rejected).toBeInstanceOf(MessageRejected);
    expect(rejected.message).toBe('Bad <content> & "more"');
    await expect(send(client)).rejects.toBeInstanceOf(AccountSendingPausedException);
  });

  test('an action that it does not know', async () => {
    const { client } = await localSes();
    await expect(client.send(new ListIdentitiesCommand({}))).rejects.toMatchObject({ name: 'InvalidAction' });
  });
});

describe('the quota of the embedded SES', () => {
  test('is reported, with the count of the last 24 hours', async () => {
    const { client } = await localSes({ quota: { perSecond: 14, perDay: 200 } });
    await send(client);
    expect(await client.send(new GetSendQuotaCommand({}))).toMatchObject({
      Max24HourSend: 200,
      MaxSendRate: 14,
      SentLast24Hours: 1,
    });
    expect(await client.send(new GetAccountSendingEnabledCommand({}))).toMatchObject({ Enabled: true });
  });

  test('of a second is free again in the next, and that of a day after 24 hours', async () => {
    let time = 0;
    const { client } = await localSes({ now: () => new Date(time), quota: { perSecond: 2, perDay: 3 } });
    const throttled = (message: string) => ({ name: 'Throttling', message });
    await send(client);
    await send(client);
    await expect(send(client)).rejects.toMatchObject(throttled('Maximum sending rate exceeded.'));
    time += 1_000;
    await send(client);
    await expect(send(client)).rejects.toMatchObject(throttled('Daily message quota exceeded.'));
    time += 86_400_000;
    await send(client);
  });
});

describe('the embedded SES publishes', () => {
  test.each([
    ['desk@ministry.example', ['Send', 'Delivery']],
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['bounce+s-1@simulator.amazonses.com', ['Send', 'Bounce']],
    ['complaint@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
  ])('what becomes of a mail to %s, with the tags of the mail', async (recipient, types) => {
    const events: SesEvent[] = [];
    const { client } = await localSes({ onEvent: (event) => events.push(event) });
    const { MessageId } = await send(client, { Destinations: [recipient] });
    await expect.poll(() => events.map(({ eventType }) => eventType)).toEqual(types);
    for (const { mail } of events) {
      const tags = { subscriber: ['s-1'], 'ses:configuration-set': ['jubilee'] };
      expect(mail).toMatchObject({ messageId: MessageId, destination: [recipient], tags });
    }
  });

  test('nothing about a mail without a configuration set', async () => {
    const events: SesEvent[] = [];
    const { client } = await localSes({ onEvent: (event) => events.push(event) });
    await send(client, { ConfigurationSetName: undefined });
    await send(client);
    await expect.poll(() => events.length).toBe(2);
  });
});
