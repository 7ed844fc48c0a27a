import type { KeptMail } from './mail-store.ts';

/** An event that SES publishes for a mail sent with a configuration set. */
export type SesEvent = {
  readonly eventType: 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
  readonly mail: {
    readonly timestamp: string;
    readonly messageId: string;
    readonly source: string;
    readonly destination: readonly string[];
    readonly tags: Readonly<Record<string, readonly string[]>>;
  };
  readonly send?: object;
  readonly delivery?: object;
  readonly bounce?: object;
  readonly complaint?: object;
};

/**
 * Simulates the events of an accepted mail, in order. The addresses of the SES mailbox simulator (`bounce@`, `complaint@`,
 * `suppressionlist@simulator.amazonses.com`) have the outcome that they name; all others are delivered.
 */
export function simulateEvents(mail: KeptMail): SesEvent[] {
  const [recipient = ''] = mail.destinations;
  const fate = /^(\w+)(\+.*)?@simulator\.amazonses\.com$/.exec(recipient)?.[1];
  const sent = { eventType: 'Send', mail: description(mail), send: {} } as const;
  if (fate === 'bounce') return [sent, bounce(mail, 'General')];
  if (fate === 'suppressionlist') return [sent, bounce(mail, 'Suppressed')];
  return fate === 'complaint' ? [sent, delivery(mail), complaint(mail)] : [sent, delivery(mail)];
}

function delivery(mail: KeptMail): SesEvent {
  const { destinations: recipients, receivedAt: timestamp } = mail;
  const details = { timestamp, recipients, processingTimeMillis: 1, smtpResponse: '250 2.6.0 Message received' };
  return { eventType: 'Delivery', mail: description(mail), delivery: details };
}

function bounce(mail: KeptMail, bounceSubType: string): SesEvent {
  const bouncedRecipients = mail.destinations.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
  }));
  const details = { feedbackId: mail.messageId, bounceType: 'Permanent', bounceSubType, bouncedRecipients };
  return { eventType: 'Bounce', mail: description(mail), bounce: { ...details, timestamp: mail.receivedAt } };
}

function complaint(mail: KeptMail): SesEvent {
  const complainedRecipients = mail.destinations.map((emailAddress) => ({ emailAddress }));
  const details = { feedbackId: mail.messageId, complaintFeedbackType: 'abuse', complainedRecipients };
  return { eventType: 'Complaint', mail: description(mail), complaint: { ...details, timestamp: mail.receivedAt } };
}

function description(mail: KeptMail): SesEvent['mail'] {
  const own = Object.entries(mail.tags).map(([name, value]): [string, string[]] => [name, [value]]);
  return {
    timestamp: mail.receivedAt,
    messageId: mail.messageId,
    source: mail.source,
    destination: mail.destinations,
    tags: { ...Object.fromEntries(own), 'ses:configuration-set': [mail.configurationSet ?? ''] },
  };
}
