import { createServer } from 'node:http';
import { SESClient } from '@aws-sdk/client-ses';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { SesFault } from '../../../cli/local/embedded-ses.ts';
import { listen } from '../../../cli/local/listen.ts';
import { localAccount } from '../../../cli/local/local-account.ts';
import { mailer, type OutgoingMail } from '../../../src/adapters/ses/mailer.ts';
import { newComposer, writeMime } from '../../../src/adapters/ses/mime.ts';
import { localSes } from '../../support/local-ses.ts';

const from = { name: 'Jubilee', address: 'alerts@example.org' };
const settings = { from, configurationSet: 'jubilee' };
const date = new Date('2024-01-05T00:00:00Z');
const mail: OutgoingMail['mail'] = {
  subject: '🇨🇳 China–Lesotho: 30 years since relations resumed, 12 January 2024',
  text: 'In 7 days: 建交',
  html: '<p>In 7 days: 建交</p>',
  headers: {
    'Message-ID': '<digest.2024-01-05.s-1.1@example.org>',
    'List-Unsubscribe': '<https://example.org/unsubscribe?t=abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': 'Jubilee digests <digests.example.org>',
  },
};
const tags = { subscriber: 's-1', digest: '2024-01-05' };
const outgoing: OutgoingMail = { to: 'desk@ministry.example', mail, date, tags };

const faults: (SesFault | undefined)[] = [];
const { client, mails } = await localSes({ faults: () => faults.shift() });
const { send } = mailer(client, settings);

function sendMeeting(fault: SesFault) {
  faults.push(fault);
  return send(outgoing);
}

describe('a mail that SES accepts', () => {
  test('has one recipient, its tags, and the id that SES gave', async () => {
    const outcome = await send(outgoing);
    expect(outcome).toEqual({ outcome: 'accepted', messageId: mails.all().at(-1)?.messageId });
    expect(mails.all().at(-1)).toMatchObject({
      source: 'alerts@example.org',
      destinations: ['desk@ministry.example'],
      tags,
      configurationSet: 'jubilee',
    });
  });

  test('carries its headers, both parts and the given date', async () => {
    const parsed = await PostalMime.parse(writeMime({ ...outgoing, from }));
    expect(parsed).toMatchObject({
      from,
      to: [{ address: 'desk@ministry.example' }],
      subject: mail.subject,
      messageId: mail.headers['Message-ID'],
      date: '2024-01-05T00:00:00.000Z',
      text: mail.text,
      html: mail.html,
    });
    const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('list-unsubscribe')).toBe('<https://example.org/unsubscribe?t=abc>');
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(headers.get('list-id')).toBe('Jubilee digests <digests.example.org>');
  });

  test('is the same to the byte whenever it is composed', () => {
    expect(writeMime({ ...outgoing, from })).toEqual(writeMime({ ...outgoing, from }));
  });

  test.each([
    ['Latin letters', 'Le 30e anniversaire = la fête. '],
    ['Chinese', '中华人民共和国'],
  ])('of %s is, to the byte, what the composer writes through its own streams', async (_what, text) => {
    const parts = { text: `${text.repeat(40)}\n\n${text}\n`, html: `<p>${text.repeat(90)}</p>\n<p>${text}</p>` };
    const envelope = { ...outgoing, from, mail: { ...mail, ...parts } };
    expect(writeMime(envelope)).toEqual(await newComposer(envelope).compile().build());
  });

  test.each([
    ['mostly Latin letters', 'The 30th anniversary. ', 1.25],
    ['Chinese', '中华人民共和国', 1.5],
  ])('of %s grows little by its encoding', async (_what, text, factor) => {
    const html = text.repeat(2_000);
    const raw = writeMime({ ...outgoing, mail: { ...mail, html }, from });
    expect(raw.length).toBeLessThan(Buffer.byteLength(html) * factor);
  });
});

describe('a mail that SES does not accept', () => {
  test.each([
    ['rejected for good', 'MessageRejected', 'Transaction failed: bad content', 'rejected'],
    ['rejected for good', 'InvalidParameterValue', 'Illegal address', 'rejected'],
    ['to be sent later', 'Throttling', 'Maximum sending rate exceeded.', 'throttled'],
    ['to be sent another day', 'Throttling', 'Daily message quota exceeded.', 'closed'],
    ['kept until the operator has mended it', 'ConfigurationSetDoesNotExist', 'No set jubilee', 'unavailable'],
    ['kept until the operator has mended it', 'MailFromDomainNotVerifiedException', 'No MX', 'unavailable'],
    ['kept until the operator has mended it', 'AccountSendingPausedException', 'Paused', 'unavailable'],
    ['kept until the operator has mended it', 'AccessDenied', 'Not authorized', 'unavailable'],
    ['kept until the operator has mended it', 'MessageRejected', 'Sending suspended for this account.', 'unavailable'],
    ['kept until the operator has mended it', 'MessageRejected', 'Email address is not verified.', 'unavailable'],
  ])('is %s after %s: %s', async (_what, code, message, outcome) => {
    expect(await sendMeeting({ code, message })).toMatchObject({ outcome, reason: expect.stringContaining(message) });
  });

  test('gives a reason that names no address', async () => {
    const outcome = await sendMeeting({ code: 'MessageRejected', message: 'Not allowed: desk@ministry.example, a' });
    expect(outcome).toEqual({ outcome: 'rejected', reason: 'MessageRejected: Not allowed: (address) a' });
  });

  test('because SES cannot be reached may be tried again', async () => {
    const unreachable = new SESClient({ ...localAccount, endpoint: 'http://127.0.0.1:9', maxAttempts: 1 });
    expect(await mailer(unreachable, settings).send(outgoing)).toMatchObject({ outcome: 'unavailable' });
  });
});

describe('a mail whose answer is lost', () => {
  test.each([
    ['before SES accepted it', 'no answer, not accepted', 0],
    ['after SES accepted it', 'no answer, accepted', 1],
  ] as const)('%s is unknown', async (_when, fault, accepted) => {
    const { client: impatient, mails: accepting } = await localSes({ faults: () => fault }, 500);
    expect(await mailer(impatient, settings).send(outgoing)).toMatchObject({ outcome: 'unknown' });
    expect(accepting.all()).toHaveLength(accepted);
  });

  test('because the connection broke is unknown', async () => {
    const breaking = createServer((request) => request.socket.destroy());
    const { url, close } = await listen(breaking, 0);
    const client = new SESClient({ ...localAccount, endpoint: url, maxAttempts: 1 });
    expect(await mailer(client, settings).send(outgoing)).toMatchObject({ outcome: 'unknown' });
    await close();
  });

  test('in a fault of SES itself is unknown', async () => {
    const fault = { code: 'InternalFailure', message: 'Oops', fault: 'Receiver' } as const;
    expect(await sendMeeting(fault)).toMatchObject({ outcome: 'unknown' });
  });
});

describe('a hostile', () => {
  test.each([
    'a@b.example\r\nBcc: evil@x.example',
    'a@b.example, evil@x.example',
    'a@b.example,evil@x.example',
    '"a" <evil@x.example>',
    'a@b.example (evil@x.example)',
    'evil@x.example;a@b.example',
    'a b@c.example',
    'ä@b.example',
    '',
  ])('recipient %j is refused before SES is asked', async (to) => {
    const before = mails.all().length;
    expect(await send({ ...outgoing, to })).toMatchObject({ outcome: 'rejected' });
    expect(mails.all().length).toBe(before);
  });

  test.each(['a b', 'ä', 'x'.repeat(257), '', 'a@b'])(
    'tag %j is a bug of the product, and sends nothing',
    async (tag) => {
      await expect(send({ ...outgoing, tags: { subscriber: tag } })).rejects.toThrow('tag subscriber');
    },
  );

  test('subject, header or name cannot add a header or a recipient', async () => {
    const hostile = fc.array(
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\0',
        'Bcc: evil@x.example',
        '\r\nTo: evil@x.example',
        '<evil@x.example>',
        ',',
        ':',
        '"',
        '\u202e',
        'ä',
        ' ',
      ),
      { maxLength: 8 },
    );
    const text = hostile.map((pieces) => `x${pieces.join('')}`);
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, header, name) => {
        const headers = { ...mail.headers, 'Feedback-ID': header };
        const raw = writeMime({ ...outgoing, from: { ...from, name }, mail: { ...mail, subject, headers } });
        const parsed = await PostalMime.parse(raw);
        expect(parsed.to).toEqual([{ address: 'desk@ministry.example', name: '' }]);
        expect([parsed.cc, parsed.bcc, parsed.from?.address]).toEqual([undefined, undefined, from.address]);
        expect(parsed.headers.map(({ key }) => key).sort()).toEqual(expectedHeaders);
      }),
    );
  });
});

const expectedHeaders = [
  ...['content-type', 'date', 'feedback-id', 'from', 'list-id', 'list-unsubscribe', 'list-unsubscribe-post'],
  ...['message-id', 'mime-version', 'subject', 'to'],
];
