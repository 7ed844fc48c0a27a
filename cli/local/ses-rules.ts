import type { RawEmail, SesRefusal } from './ses-protocol.ts';

/** The quota of an account: mails per second, and per 24 hours. */
export type SesQuota = { readonly perSecond: number; readonly perDay: number };

/** The limits of SES: the longest message (bytes), and the most recipients of one. */
const MAX_BYTES = 10_485_760;
const MAX_RECIPIENTS = 50;

/** Returns the error with which SES would reject the mail from any sender. */
export function whyRejected({ source, destinations, raw, tags }: RawEmail): SesRefusal | undefined {
  if (raw.length === 0) return invalid('ValidationError', "Value at 'rawMessage.data' failed to satisfy constraint");
  if (raw.length > MAX_BYTES) return invalid('InvalidParameterValue', `Message length is more than ${MAX_BYTES} bytes`);
  if (destinations.length === 0) return invalid('InvalidParameterValue', 'No recipients');
  if (destinations.length > MAX_RECIPIENTS) return invalid('InvalidParameterValue', 'Recipient count exceeds 50');
  const address = [source, ...destinations].find((text) => !isAddress(text));
  if (address !== undefined) return invalid('InvalidParameterValue', `Illegal address: ${address}`);
  if (!Object.entries(tags).flat().every(isTagText)) return invalid('InvalidParameterValue', 'Illegal message tag');
  return faultOfHeaders(raw);
}

/** Checks whether one more mail exceeds the quota, given the instants (ms) at which earlier ones were accepted. */
export function overQuota(
  accepted: readonly number[],
  now: number,
  { perSecond, perDay }: SesQuota,
): SesRefusal | undefined {
  const within = (ms: number) => accepted.filter((instant) => instant > now - ms).length;
  if (within(86_400_000) >= perDay) return invalid('Throttling', 'Daily message quota exceeded.');
  return within(1_000) >= perSecond ? invalid('Throttling', 'Maximum sending rate exceeded.') : undefined;
}

function faultOfHeaders(raw: Buffer): SesRefusal | undefined {
  const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? '';
  const names = head.split('\r\n').flatMap((line) => /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase() ?? []);
  const twice = onlyOnce.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice) return invalid('InvalidParameterValue', `Duplicate header '${twice}'.`);
  return names.includes('from') ? undefined : invalid('InvalidParameterValue', "Missing required header 'From'.");
}

const onlyOnce = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'reply-to',
  'cc',
  'bcc',
  'content-type',
  'mime-version',
];

function isAddress(text: string): boolean {
  return /^[\x21-\x7e]{1,64}@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+$/.test(text) && !/[,<>]/.test(text);
}

function isTagText(text: string): boolean {
  return /^[\w-]{1,256}$/.test(text);
}

function invalid(code: string, message: string): SesRefusal {
  return { code, message };
}
