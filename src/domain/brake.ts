import type { Feedback, MailFeedback } from './feedback.ts';

/** Mails whose fate is known, and how many of them bounced or were complained about. */
export type MailCounts = { readonly mails: number; readonly bounces: number; readonly complaints: number };

export const noMails: MailCounts = { mails: 0, bounces: 0, complaints: 0 };

/** What pulls the brake. */
export const brakeReasons = ['bounces', 'complaints'] as const;
export type BrakeReason = (typeof brakeReasons)[number];

/** Fewer mails say nothing about a share. */
export const MIN_MAILS_TO_JUDGE = 1_000;

/** SES reviews an account at 5 % bounces or 0.1 % complaints, and pauses it at 10 % or 0.5 %. */
const MAX_BOUNCES = 0.02;
const MAX_COMPLAINTS = 0.000_5;

const bounces = ['transientBounceAt', 'permanentBounceAt'] as const;
const fates = ['deliveredAt', 'complaintAt', ...bounces] as const;

/**
 * What one piece of feedback adds, given all that is on record of its mail, this piece included: the mail is counted
 * with the first that tells its fate, its bounce and its complaint once.
 */
export function mailCountsOf(kind: Feedback['kind'], recorded: MailFeedback): MailCounts {
  const isFirst = (kinds: readonly (keyof MailFeedback)[]) =>
    kinds.some((each) => each === kind) && kinds.every((each) => each === kind || recorded[each] === undefined);
  return {
    mails: Number(isFirst(fates)),
    bounces: Number(isFirst(bounces)),
    complaints: Number(isFirst(['complaintAt'])),
  };
}

export function sumOf(all: readonly MailCounts[]): MailCounts {
  const sum = (one: keyof MailCounts) => all.reduce((total, counts) => total + counts[one], 0);
  return { mails: sum('mails'), bounces: sum('bounces'), complaints: sum('complaints') };
}

/**
 * Why no more mail may be sent, if that is so.
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
