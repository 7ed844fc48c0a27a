import type { Feedback, MailFeedback } from './feedback.ts';

/** One brake on mails to confirmed addresses, another on mails that ask strangers to confirm: no flood of sign-ups can stop the digests. */
export const brakeNames = ['confirmed', 'unconfirmed'] as const;
export type BrakeName = (typeof brakeNames)[number];

/** Returns the brake that counts a mail and can stop it; a digest has no `notice`. */
export function brakeForNotice(notice: string | undefined): BrakeName {
  return notice === 'confirmation' || notice === 'reminder' ? 'unconfirmed' : 'confirmed';
}

/** The time (ms) after which the brake on mails to strangers releases itself: a few bad addresses must not keep others from subscribing. */
export const UNCONFIRMED_BRAKE_MS = 24 * 3_600_000;

/** Mails with a known outcome, and how many of them bounced or were complained about. */
export type MailCounts = { readonly mails: number; readonly bounces: number; readonly complaints: number };

export const noMails: MailCounts = { mails: 0, bounces: 0, complaints: 0 };

/** The reasons to stop sending. */
export const brakeReasons = ['bounces', 'complaints'] as const;
export type BrakeReason = (typeof brakeReasons)[number];

/** The fewest mails from which a rate can be judged. */
export const MIN_MAILS_TO_JUDGE = 1_000;

/** SES reviews an account at 5 % bounces or 0.1 % complaints, and pauses it at 10 % or 0.5 %. */
const MAX_BOUNCES = 0.02;
const MAX_COMPLAINTS = 0.000_5;

const fates = ['deliveredAt', 'complaintAt', 'transientBounceAt', 'permanentBounceAt'] as const;

/**
 * Counts what one event adds, given all events of its mail including this one. The mail counts with the first event
 * that decides its outcome; its permanent bounce and its complaint count once each. A transient bounce, such as an
 * automatic reply, is not counted as a bounce, and a mail that SES did not send not at all.
 */
export function countMailEvent(kind: Feedback['kind'], recorded: MailFeedback): MailCounts {
  const isFirst = (kinds: readonly (keyof MailFeedback)[]) =>
    kinds.some((each) => each === kind) && kinds.every((each) => each === kind || recorded[each] === undefined);
  return {
    mails: Number(isFirst(fates)),
    bounces: Number(isFirst(['permanentBounceAt'])),
    complaints: Number(isFirst(['complaintAt'])),
  };
}

export function sumCounts(all: readonly MailCounts[]): MailCounts {
  const sum = (one: keyof MailCounts) => all.reduce((total, counts) => total + counts[one], 0);
  return { mails: sum('mails'), bounces: sum('bounces'), complaints: sum('complaints') };
}

/**
 * Returns the reason to stop sending, if any.
 *
 * @example
 * reasonToBrake({ mails: 1_000, bounces: 20, complaints: 0 }) // => 'bounces'
 * reasonToBrake({ mails: 999, bounces: 999, complaints: 0 }) // => undefined
 */
export function reasonToBrake({ mails, bounces, complaints }: MailCounts): BrakeReason | undefined {
  if (mails < MIN_MAILS_TO_JUDGE) return undefined;
  if (bounces >= mails * MAX_BOUNCES) return 'bounces';
  return complaints >= mails * MAX_COMPLAINTS ? 'complaints' : undefined;
}
