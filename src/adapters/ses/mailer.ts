import { type SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mail } from '../../mail/digest-mail.ts';
import { type Address, writeMime } from './mime.ts';

/**
 * The outcome of a mail. `accepted`: by SES. `rejected`: this mail will never be accepted. `throttled`: too many mails at
 * once; `unavailable`: a fault that is not the mail's; retry both soon. `closed`: no more mails today, or until the brake
 * is released; retry in hours. `unknown`: the response was lost, so SES may or may not have accepted it. A reason never
 * contains an address.
 */
export type MailOutcome =
  | { readonly outcome: 'accepted'; readonly messageId: string }
  | { readonly outcome: Refusal | 'unknown'; readonly reason: string };
type Refusal = 'rejected' | 'throttled' | 'closed' | 'unavailable';

export type OutgoingMail = {
  readonly to: string;
  readonly mail: Mail;
  /** The Date header. */
  readonly date: Date;
  /** The key of the delivery, which SES repeats in every event of the mail. */
  readonly tags: Readonly<Record<string, string>>;
};

export type Mailer = ReturnType<typeof mailer>;

export type MailerSettings = { readonly from: Address; readonly configurationSet: string };

/** Sends mails through SES. The client must not retry: see `newSesClient`. */
export function mailer(sesClient: SESClient, { from, configurationSet }: MailerSettings) {
  return {
    async send({ to, mail, date, tags }: OutgoingMail): Promise<MailOutcome> {
      if (!isBareAddress(to)) return { outcome: 'rejected', reason: 'The recipient is not one plain address' };
      const command = new SendRawEmailCommand({
        Source: from.address,
        Destinations: [to],
        RawMessage: { Data: writeMime({ from, to, mail, date }) },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(toTag),
      });
      try {
        const { MessageId = '' } = await sesClient.send(command);
        return { outcome: 'accepted', messageId: MessageId };
      } catch (error) {
        return toOutcome(error);
      }
    },
  };
}

/** Checks for one address in ASCII, without a display name, a comment or anything that SES might read as a second address. */
function isBareAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text);
}

/** Builds a tag. SES allows letters, digits, `_` and `-`, at most 256 characters. */
function toTag([name, value]: [string, string]) {
  const allowed = /^[\w-]{1,256}$/;
  if (allowed.test(name) && allowed.test(value)) return { Name: name, Value: value };
  throw new Error(`SES does not accept the tag ${name}: ${value}`);
}

function toOutcome(error: unknown): MailOutcome {
  if (!(error instanceof Error)) throw error;
  const reason = withoutAddresses(`${error.name}: ${error.message}`);
  if (error instanceof SESServiceException) return { outcome: refusal(error), reason };
  if (neverAsked.some((code) => code === networkErrorCode(error) || code === error.name))
    return { outcome: 'unavailable', reason };
  if (isLostAnswer(error)) return { outcome: 'unknown', reason };
  throw error;
}

/**
 * Classifies an error of SES. A server fault is `unknown`, because SES may have accepted the mail before. A paused account
 * or an unverified identity is for the operator to fix; mails must not be dropped for it.
 */
function refusal({ name, message, $fault }: SESServiceException): Refusal | 'unknown' {
  if (name.startsWith('Throttling') || name === 'LimitExceeded')
    return /daily message quota/i.test(message) ? 'closed' : 'throttled';
  if ($fault === 'server') return 'unknown';
  if (name === 'MessageRejected') return /suspended|paused|not verified/i.test(message) ? 'unavailable' : 'rejected';
  return name === 'InvalidParameterValue' ? 'rejected' : 'unavailable';
}

/** Errors of the network and the SDK that occur before a request is sent. */
const neverAsked = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'CredentialsProviderError'];

function isLostAnswer(error: Error): boolean {
  return error.name === 'TimeoutError' || networkErrorCode(error) !== undefined || '$response' in error;
}

/** Returns the code of a Node network error, which the SDK may have wrapped. */
function networkErrorCode(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : networkErrorCode(error.cause);
}

function withoutAddresses(text: string): string {
  return text.replace(/\S+@\S+/g, '(address)').slice(0, 300);
}
