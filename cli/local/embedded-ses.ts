import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type EventPublisher, eventPublisher } from './event-publisher.ts';
import { type Listening, listen } from './listen.ts';
import type { MailStore } from './mail-store.ts';
import type { SesEvent } from './ses-events.ts';
import {
  answer,
  type RawEmail,
  readRawEmail,
  readSesRequest,
  refuse,
  type SesAnswer,
  type SesRefusal,
  type SesRequest,
} from './ses-protocol.ts';
import { overQuota, type SesQuota, whyRejected } from './ses-rules.ts';

/** A fault with one mail: SES refuses it, or never answers, before or after accepting it. */
export type SesFault = SesRefusal | 'no answer, not accepted' | 'no answer, accepted';

export type SesSettings = {
  /** The store of accepted mails: the truth about what was sent. */
  readonly mails: MailStore;
  readonly now: () => Date;
  readonly quota?: SesQuota;
  /** Called once for every acceptable mail. */
  readonly faults?: (mail: RawEmail) => SesFault | undefined;
  /** Called with the events of a mail soon after its acceptance, perhaps before the response; again if the process ended meanwhile. */
  readonly onEvent?: (event: SesEvent) => unknown;
};

/**
 * Starts an embedded SES with the real protocol for sending raw mail and reading the quota. It refuses what the real one
 * would, and keeps mails instead of delivering them. Before it listens, it publishes the events that an earlier process
 * left unpublished.
 */
export async function embeddedSes(settings: SesSettings): Promise<Listening> {
  const publisher = eventPublisher(settings);
  await publisher.publish(settings.mails.untold());
  const respond = sesAccount(settings, publisher);
  const server = createServer(async (request, response) => {
    const given = await text(request).then(readSesRequest).then(respond).catch(ownFault);
    if (given) response.writeHead(given.status, { 'content-type': 'text/xml' }).end(given.xml);
  });
  const listening = await listen(server, 0);
  return { url: listening.url, close: () => listening.close().then(publisher.idle) };
}

function sesAccount(
  { mails, now, quota = { perSecond: 100, perDay: 50_000 }, faults }: SesSettings,
  publisher: EventPublisher,
) {
  const accepted = mails.all().map(({ receivedAt }) => Date.parse(receivedAt));

  async function accept({ raw, ...details }: RawEmail, messageId: string): Promise<void> {
    const receivedAt = now();
    accepted.push(receivedAt.getTime());
    const mail = await mails.keep(raw, { ...details, messageId, receivedAt: receivedAt.toISOString() });
    setImmediate(() => publisher.publish([mail]));
  }

  async function send(request: SesRequest): Promise<SesAnswer | undefined> {
    const mail = readRawEmail(request);
    const fault = whyRejected(mail) ?? overQuota(accepted, now().getTime(), quota) ?? faults?.(mail);
    if (fault === 'no answer, not accepted') return undefined;
    if (fault && typeof fault === 'object') return refuse(fault, randomUUID());
    const MessageId = `0100${randomUUID()}-000000`;
    await accept(mail, MessageId);
    return fault ? undefined : answer(request.action, { MessageId }, randomUUID());
  }

  return async (request: SesRequest): Promise<SesAnswer | undefined> => {
    const { action } = request;
    if (action === 'SendRawEmail') return send(request);
    if (action === 'GetAccountSendingEnabled') return answer(action, { Enabled: 'true' }, randomUUID());
    if (action !== 'GetSendQuota') return refuse(unknownAction(action), randomUUID());
    const SentLast24Hours = accepted.filter((instant) => instant > now().getTime() - 86_400_000).length;
    const limits = { Max24HourSend: quota.perDay, MaxSendRate: quota.perSecond };
    return answer(action, { ...limits, SentLast24Hours }, randomUUID());
  };
}

function unknownAction(action: string): SesRefusal {
  return { code: 'InvalidAction', message: `The embedded SES does not know the action ${action}` };
}

function ownFault(error: unknown): SesAnswer {
  return refuse({ code: 'InternalFailure', message: String(error), fault: 'Receiver' }, randomUUID());
}
