import * as z from 'zod';
import type { Feedback } from '../../domain/feedback.ts';
import { day, jsonText } from '../dynamodb/row.ts';

/**
 * Parses an SES event, with or without its SNS envelope ("Contents of event data that Amazon SES publishes to Amazon
 * SNS", SES Developer Guide). @returns `undefined` for mails that Jubilee did not send and for events on which it does
 * not act.
 *
 * @throws Error if SES cannot have published it. The message quotes nothing from the body, which contains addresses.
 */
export function readSesEvent(body: string): Feedback | undefined {
  const message = envelope.safeParse(body).data?.Message ?? body;
  if (message.startsWith(GREETING)) return undefined;
  const { eventType } = read(anyEventText, message);
  return actedOn.includes(eventType) ? toFeedback(read(sesEventText, message)) : undefined;
}

/** The message that SES publishes when the topic becomes its destination. */
const GREETING = 'Successfully validated SNS topic';

const envelope = jsonText(z.object({ Type: z.literal('Notification'), Message: z.string() }));

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const told = z.object({ timestamp: instant });

/** The schema of tags; SES publishes each as a list. */
const tags = z.object({
  subscriber: z.tuple([z.string()]),
  digest: z.tuple([day]).optional(),
  notice: z.tuple([z.string()]).optional(),
  request: z.tuple([z.string()]).optional(),
});

/** Mails without our tags were not sent by Jubilee. */
const mail = z.object({ timestamp: instant, messageId: z.string(), tags: tags.optional().catch(undefined) });

const anyEventText = jsonText(z.object({ eventType: z.string() }));

const sesEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({ eventType: z.literal('Delivery'), mail, delivery: told }),
  z.object({ eventType: z.literal('DeliveryDelay'), mail, deliveryDelay: told }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: told.extend({ bounceType: z.string(), bounceSubType: z.string() }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: told.extend({ complaintFeedbackType: z.string().nullish() }),
  }),
  z.object({ eventType: z.literal('Reject'), mail }),
]);
type SesEvent = z.infer<typeof sesEvent>;
const sesEventText = jsonText(sesEvent);

const actedOn: readonly string[] = sesEvent.options.map(({ shape }) => shape.eventType.value);

function toFeedback(event: SesEvent): Feedback | undefined {
  const what = readKind(event);
  const { timestamp: acceptedAt, messageId, tags } = event.mail;
  if (what === undefined || tags === undefined) return undefined;
  const { subscriber, digest, notice, request } = tags;
  if (digest === undefined && notice === undefined) return undefined;
  const about = {
    ...(digest && { on: digest[0] }),
    ...(notice && { notice: notice[0] }),
    ...(request && { request: request[0] }),
  };
  return { ...what, mail: { messageId, acceptedAt, subscriberId: subscriber[0], ...about } };
}

function readKind(event: SesEvent): Pick<Feedback, 'kind' | 'at'> | undefined {
  switch (event.eventType) {
    case 'Send':
      return { kind: 'sent', at: event.mail.timestamp };
    case 'Delivery':
      return { kind: 'deliveredAt', at: event.delivery.timestamp };
    case 'DeliveryDelay':
      return { kind: 'delayedAt', at: event.deliveryDelay.timestamp };
    case 'Bounce':
      return { kind: bounceKind(event.bounce), at: event.bounce.timestamp };
    case 'Complaint':
      return isPraise(event.complaint) ? undefined : { kind: 'complaintAt', at: event.complaint.timestamp };
    case 'Reject':
      return { kind: 'rejectedAt', at: event.mail.timestamp };
  }
}

/** Classifies a bounce. `Undetermined` counts as transient; SES did not send to an address on the account's suppression list. */
function bounceKind({ bounceType, bounceSubType }: Readonly<Record<'bounceType' | 'bounceSubType', string>>) {
  if (bounceType !== 'Permanent') return 'transientBounceAt';
  return bounceSubType === 'OnAccountSuppressionList' ? 'onSuppressionListAt' : 'permanentBounceAt';
}

/** Checks for the report that a mail is not spam (RFC 6430). */
function isPraise({ complaintFeedbackType }: { readonly complaintFeedbackType?: string | null }): boolean {
  return complaintFeedbackType === 'not-spam';
}

function read<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, code }) => [...path, code].join('.'));
  throw new Error(`Not an event of SES: ${faults.join(', ')}`);
}
