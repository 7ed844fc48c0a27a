import { describe, expect, test } from 'vitest';
import { simulateEvents } from '../../../cli/local/ses-events.ts';
import { readSesEvent } from '../../../src/adapters/ses/ses-events.ts';
import {
  bounceEvent,
  complaintEvent,
  delayEvent,
  deliveryEvent,
  inEnvelope,
  mailOf,
  recipient,
  rejectEvent,
  sendEvent,
} from '../../support/ses-events.ts';

const mail = {
  messageId: '0100018cd7a1b2c3-5f0e4d1c-7b2a-4c55-9d0e-1a2b3c4d5e6f-000000',
  acceptedAt: '2024-01-05T00:00:02.012Z',
  subscriberId: 's-1',
  on: '2024-01-05',
};
const later = '2024-01-05T00:00:03.669Z';

const read = (event: object) => readSesEvent(JSON.stringify(event));

describe('an event of SES', () => {
  test.each([
    ['Send says that SES accepted the mail', sendEvent(), 'sent', mail.acceptedAt],
    ['Delivery says when the mail was delivered', deliveryEvent(), 'deliveredAt', later],
    ['DeliveryDelay says that the mail is not delivered yet', delayEvent(), 'delayedAt', later],
    ['a permanent Bounce says that no mail will arrive', bounceEvent(), 'permanentBounceAt', later],
    [
      'a Bounce for an address on the account’s suppression list says that SES did not send the mail',
      bounceEvent(['Permanent', 'OnAccountSuppressionList']),
      'onSuppressionListAt',
      later,
    ],
    [
      'a transient Bounce says that this mail did not arrive',
      bounceEvent(['Transient', 'MailboxFull']),
      'transientBounceAt',
      later,
    ],
    [
      'a Bounce without a known reason does not count as permanent',
      bounceEvent(['Undetermined', 'Undetermined']),
      'transientBounceAt',
      later,
    ],
    ['Complaint says that the mail was unwanted', complaintEvent(), 'complaintAt', later],
    ['a Complaint without a report counts all the same', complaintEvent(''), 'complaintAt', later],
    ['Reject says that SES found a virus', rejectEvent(), 'rejectedAt', mail.acceptedAt],
  ])('%s', (_what, event, kind, at) => {
    expect(read(event)).toEqual({ kind, at, mail });
  });

  test('is the same in the envelope of SNS and without it', () => {
    const event = JSON.stringify(deliveryEvent());
    expect(readSesEvent(inEnvelope(event))).toEqual(readSesEvent(event));
  });

  test('about a notice names the subscriber and the notice, no date', () => {
    const tags = { subscriber: 's-1', notice: 'confirmation' };
    expect(read(bounceEvent(undefined, { tags }))).toEqual({
      kind: 'permanentBounceAt',
      at: later,
      mail: { messageId: mail.messageId, acceptedAt: mail.acceptedAt, subscriberId: 's-1', notice: 'confirmation' },
    });
  });

  test('gives its time in UTC, whatever zone SES used, so that times can be compared', () => {
    expect(read(deliveryEvent({}, '2024-01-04T17:00:03-07:00'))?.at).toBe('2024-01-05T00:00:03.000Z');
  });

  test('from the embedded SES is read like one from the real SES', () => {
    const kept = {
      id: '1',
      messageId: 'm-1',
      source: 'alerts@example.org',
      destinations: ['complaint@simulator.amazonses.com'],
      tags: { subscriber: 's-1', digest: '2024-01-05' },
      configurationSet: 'jubilee',
      receivedAt: mail.acceptedAt,
    };
    expect(simulateEvents(kept).map((event) => read(event)?.kind)).toEqual(['sent', 'deliveredAt', 'complaintAt']);
  });
});

describe('nothing is done about', () => {
  test.each([
    ['a report that the mail is not spam', complaintEvent('not-spam')],
    ['an opened mail, should anybody ever measure that', { eventType: 'Open', mail: mailOf(), open: {} }],
    ['an event that SES may publish one day', { eventType: 'Sublimation' }],
    ['a mail without our tags', sendEvent({ tags: {} })],
    ['a mail with tags of somebody else', sendEvent({ tags: { campaign: 'spring' } })],
    ['a mail to a subscriber that is neither a digest nor a notice', sendEvent({ tags: { subscriber: 's-1' } })],
    ['a digest of an impossible day', sendEvent({ tags: { subscriber: 's-1', digest: '2024-02-30' } })],
    ['a mail without any tags', { eventType: 'Send', mail: { ...mailOf(), tags: undefined } }],
  ])('%s', (_what, event) => {
    expect(read(event)).toBeUndefined();
  });

  test('the greeting that SES publishes when the topic becomes its destination', () => {
    const greeting = 'Successfully validated SNS topic for Amazon SES event publishing.';
    expect(readSesEvent(greeting)).toBeUndefined();
    expect(readSesEvent(inEnvelope(greeting))).toBeUndefined();
  });
});

test.each([
  ['text', `bounced: ${recipient}`],
  ['a delivery without its time', JSON.stringify({ ...deliveryEvent(), delivery: { recipients: [recipient] } })],
  ['an event without a mail', JSON.stringify({ eventType: 'Send', to: recipient })],
  ['an invalid time', JSON.stringify(deliveryEvent({}, recipient))],
])('what SES cannot have published, %s, is refused without repeating an address', (_what, body) => {
  expect(() => readSesEvent(body)).toThrow('Not an event of SES');
  expect(() => readSesEvent(body)).not.toThrow(recipient);
});
