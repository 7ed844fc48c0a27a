/** Events as SES publishes them, in the shapes of its Developer Guide, with invented mails and addresses. */

export const recipient = 'desk@ministry.example';

type Tags = Readonly<Record<string, string>>;

/** The mail that an event is about. */
export type SampleMail = { readonly tags?: Tags; readonly messageId?: string; readonly timestamp?: string };

const digestTags: Tags = { subscriber: 's-1', digest: '2024-01-05' };

export function mailOf({
  tags = digestTags,
  messageId = '0100018cd7a1b2c3-5f0e4d1c-7b2a-4c55-9d0e-1a2b3c4d5e6f-000000',
  timestamp = '2024-01-05T00:00:02.012Z',
}: SampleMail = {}) {
  return {
    timestamp,
    source: 'Jubilee <alerts@example.org>',
    sourceArn: 'arn:aws:ses:us-east-1:111122223333:identity/alerts@example.org',
    sendingAccountId: '111122223333',
    messageId,
    destination: [recipient],
    headersTruncated: false,
    headers: [
      { name: 'From', value: 'Jubilee <alerts@example.org>' },
      { name: 'To', value: recipient },
      { name: 'Subject', value: 'China–Lesotho: 30 years since relations resumed, 12 January 2024' },
    ],
    commonHeaders: { from: ['Jubilee <alerts@example.org>'], to: [recipient], messageId },
    tags: {
      'ses:configuration-set': ['jubilee'],
      'ses:source-ip': ['192.0.2.7'],
      'ses:from-domain': ['example.org'],
      'ses:caller-identity': ['sender'],
      ...Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, [value]])),
    },
  };
}

const later = '2024-01-05T00:00:03.669Z';

export const sendEvent = (mail?: SampleMail) => ({ eventType: 'Send', mail: mailOf(mail), send: {} });

export const deliveryEvent = (mail?: SampleMail, timestamp = later) => ({
  eventType: 'Delivery',
  mail: mailOf(mail),
  delivery: {
    timestamp,
    processingTimeMillis: 1657,
    recipients: [recipient],
    smtpResponse: '250 2.0.0 OK',
    reportingMTA: 'a8-70.smtp-out.amazonses.com',
  },
});

export const bounceEvent = (
  [bounceType, bounceSubType]: readonly [string, string] = ['Permanent', 'General'],
  mail?: SampleMail,
  timestamp = later,
) => ({
  eventType: 'Bounce',
  mail: mailOf(mail),
  bounce: {
    bounceType,
    bounceSubType,
    bouncedRecipients: [
      { emailAddress: recipient, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 no such user' },
    ],
    timestamp,
    feedbackId: '0100018cd7a1b2c3-feedback-000000',
    reportingMTA: 'dns; mx.ministry.example',
  },
});

export const complaintEvent = (
  complaintFeedbackType: string | undefined = 'abuse',
  mail?: SampleMail,
  timestamp = later,
) => ({
  eventType: 'Complaint',
  mail: mailOf(mail),
  complaint: {
    complainedRecipients: [{ emailAddress: recipient }],
    timestamp,
    feedbackId: '0100018cd7a1b2c3-feedback-000000',
    complaintSubType: null,
    userAgent: 'ExampleMail Feedback Loop/1.0',
    ...(complaintFeedbackType && { complaintFeedbackType }),
    arrivalDate: timestamp,
  },
});

export const rejectEvent = (mail?: SampleMail) => ({
  eventType: 'Reject',
  mail: mailOf(mail),
  reject: { reason: 'Bad content' },
});

export const delayEvent = (mail?: SampleMail, timestamp = later) => ({
  eventType: 'DeliveryDelay',
  mail: mailOf(mail),
  deliveryDelay: {
    timestamp,
    delayType: 'MailboxFull',
    expirationTime: '2024-01-05T14:00:02.012Z',
    delayedRecipients: [{ emailAddress: recipient, status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' }],
  },
});

/** The envelope in which SNS hands a message to a queue, unless the subscription asks for raw messages. */
export function inEnvelope(message: string): string {
  return JSON.stringify({
    Type: 'Notification',
    MessageId: '0ec3ac6d-9f51-5389-a925-000000000000',
    TopicArn: 'arn:aws:sns:us-east-1:111122223333:MailEvents',
    Message: message,
    Timestamp: later,
    SignatureVersion: '1',
    Signature: 'EXAMPLE',
    SigningCertURL: 'https://sns.us-east-1.amazonaws.com/SimpleNotificationService-EXAMPLE.pem',
    UnsubscribeURL: 'https://sns.us-east-1.amazonaws.com/?Action=Unsubscribe',
  });
}
