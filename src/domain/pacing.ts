import { HOUR_MS } from './durations.ts';
/** The account's sending quota (GetSendQuota). */
export type SendQuota = {
  /** Mails per second. */
  readonly perSecond: number;
  /** Mails in any 24 hours; infinite if SES sets no limit. */
  readonly perDay: number;
  readonly sentInLastDay: number;
};

/** The share of the rate that all senders together use: clocks differ, and some calls take longer than others. */
const SHARE_OF_RATE = 0.9;

/**
 * The share of a day's mails that is reserved for notices. People waiting for a confirmation are watching their inbox;
 * digests can wait.
 */
const SHARE_FOR_NOTICES = 0.05;

/**
 * The share of a day's mails that strangers can cause, for confirmations and again for links and goodbyes to
 * subscribers. Nine tenths remain for digests, whatever anybody types into a form.
 */
const MAX_SHARE_BY_STRANGERS = 0.05;

/** The daily quota of an account in the SES sandbox, which can only mail verified addresses. */
const PER_DAY_IN_SANDBOX = 200;

export function isSandbox({ perDay }: SendQuota): boolean {
  return perDay <= PER_DAY_IN_SANDBOX;
}

/**
 * The kind of a mail, which decides its share of the daily quota. `notice`: to a subscriber. `confirmation`: asks an address
 * that somebody typed to confirm. `import`: asks one that the operator imported.
 */
export type MailKind = 'digest' | 'notice' | 'confirmation' | 'import';

/** Returns how many more mails of the kind may go out in the present 24 hours. */
export function mailsLeft({ perDay, sentInLastDay }: SendQuota, kind: MailKind): number {
  const share = kind === 'digest' || kind === 'import' ? 1 - SHARE_FOR_NOTICES : 1;
  return Math.max(0, Math.floor(perDay * share - sentInLastDay));
}

/** Returns the most mails of the kind in a day, at least one; infinite unless strangers can cause them. */
export function mostInDay({ perDay }: Pick<SendQuota, 'perDay'>, kind: MailKind): number {
  if (kind === 'digest' || kind === 'import') return Number.POSITIVE_INFINITY;
  return Math.max(1, Math.floor(perDay * MAX_SHARE_BY_STRANGERS));
}

/** Returns the percentage of the quota that the last 24 hours used; 0 if SES sets no limit. */
export function percentUsed({ perDay, sentInLastDay }: SendQuota): number {
  return (100 * sentInLastDay) / perDay;
}

/** Instants at which mails may be sent (ms of Unix time). */
export type Slots = readonly number[];

/**
 * Returns the time that a number of mails takes (ms, rounded up) at the shared rate of all senders.
 *
 * @example
 * msFor(126, { perSecond: 14 }) // => 10_000; 12.6 a second
 */
export function msFor(mails: number, { perSecond }: Pick<SendQuota, 'perSecond'>): number {
  return Math.ceil((mails * 1000) / (perSecond * SHARE_OF_RATE));
}

/** Returns how many mails the shared rate allows in the time (ms), at least one. */
export function mailsWithin(ms: number, { perSecond }: Pick<SendQuota, 'perSecond'>): number {
  return Math.max(1, Math.floor((ms * perSecond * SHARE_OF_RATE) / 1000));
}

/** Spreads slots evenly over a reserved stretch of time, the first at its beginning. */
export function slotsIn(stretch: { readonly from: number; readonly ms: number }, mails: number): Slots {
  return Array.from({ length: mails }, (_, index) => stretch.from + Math.floor((index * stretch.ms) / mails));
}

const SECOND_MS = 1000;

/**
 * The longest wait of a mail for its slot (ms). Four senders with fifty digests each reserve less than four minutes even
 * at the sandbox's one mail a second, and 16 seconds at the 14 that SES first grants outside it, so a sender can wait
 * for all others. Notices queue among them.
 */
export const longestWaitMs = {
  digest: 180 * SECOND_MS,
  notice: 30 * SECOND_MS,
  confirmation: 30 * SECOND_MS,
  import: 30 * SECOND_MS,
} as const satisfies Record<MailKind, number>;

/** Returns the longest time (ms) that one sender reserves at once. */
export function longestStretchMs(kind: MailKind): number {
  return longestWaitMs[kind] / 3;
}

/** The longest back-off (ms). */
const MAX_BACKOFF_MS = 900 * SECOND_MS;

/**
 * Returns the back-off (ms) of a message without a slot or an answer: up to 10 seconds after the first attempt, doubled
 * each time, up to a quarter of an hour. `chance` (from 0 up to 1) shortens it by up to half, so that messages that
 * failed together do not retry together. Ten attempts take 25 to 51 minutes.
 */
export function backoffMs(attempt: number, chance: number): number {
  const longest = Math.min(MAX_BACKOFF_MS, 10 * SECOND_MS * 2 ** (attempt - 1));
  return Math.round(longest * (1 - chance / 2));
}

const FIRST_WAIT_TO_SETTLE_MS = 0.5 * HOUR_MS;
const MAX_WAIT_TO_SETTLE_MS = 6 * HOUR_MS;

/**
 * Returns the back-off (ms) of a digest that SES may have accepted already: half an hour after the second attempt (the
 * first is the one whose answer was lost), up to six hours later on, shortened by up to an eighth by `chance`. Ten
 * attempts take 28 to 32 hours, so that a day without feedback does not use them up.
 */
export function settlingMs(attempt: number, chance: number): number {
  const longest = Math.min(MAX_WAIT_TO_SETTLE_MS, FIRST_WAIT_TO_SETTLE_MS * 2 ** Math.max(0, attempt - 2));
  return Math.round(longest * (1 - chance / 8));
}

/**
 * Returns the back-off (ms) of a digest beyond today's quota: three to five hours. Ten attempts make nine waits,
 * 27 hours at least: longer than the 24 hours after which all of a day's quota is free again.
 */
export function carryOverMs(chance: number): number {
  return Math.round((3 + 2 * chance) * HOUR_MS);
}
