import type { Preferences } from '../../src/domain/preferences.ts';

/**
 * One simulated history of the product: the subscribers, what they do, and all that goes wrong. It is complete: the
 * same schedule always brings the same history.
 */
export type FaultSchedule = {
  /** Decides in which order things that happen at once happen, and how long everything takes. */
  readonly seed: number;
  /** ISO 8601 in UTC. */
  readonly start: string;
  readonly days: number;
  readonly people: readonly Person[];
  readonly acts: readonly Act[];
  /** What people without a subscription do to it. */
  readonly strangers?: readonly Doing[];
  /** The mails that SES grants in 24 hours; without it far more than anybody sends. */
  readonly mailsPerDay?: number;
  /** When data releases are applied, in minutes after the start. */
  readonly releases?: readonly number[];
  readonly outages: readonly Outage[];
  readonly faults: readonly Fault[];
  /** Everything in the order in which it was asked for, once, and at once: only the faults disturb. */
  readonly isOrderly: boolean;
};

export type Person = {
  readonly name: string;
  /** Whether they subscribe from the start, or only by an act. */
  readonly isSubscribed: boolean;
  readonly preferences: Partial<Preferences>;
  /** What becomes of their mails. */
  readonly fate: Fate;
};

/** The address of somebody in the simulation. */
export function addressOf(name: Person['name']): string {
  return `${name}@ministry.example`;
}

const fates = ['delivered', 'bounced', 'bounced for now', 'complained about'] as const;
export type Fate = (typeof fates)[number];

/** What a person does, in minutes after the start. They try again until it is acknowledged. */
export type Act = {
  readonly at: number;
  readonly who: Person['name'];
  readonly does: 'subscribe' | 'prefer' | 'unsubscribe' | 'undo' | 'erase';
  readonly preferences?: Partial<Preferences>;
};

/** What a stranger types into a form once, in minutes after the start: an address, from some network. */
export type Doing = {
  readonly at: number;
  readonly asks: 'to subscribe' | 'for a link';
  /** Mails to names that begin with "dead" bounce, and those to "angry" are complained about. */
  readonly name: string;
  readonly domain: string;
  readonly ip: string;
};

/** Functions that are not run for some time, in minutes after the start; `SES events`: nothing is published meanwhile, and all of it afterwards. */
export type Outage = {
  readonly of: readonly (FunctionName | 'SES events')[];
  readonly from: number;
  readonly through: number;
};

export const functionNames = ['digest-planner', 'digest-sender', 'notice-sender', 'feedback', 'api'] as const;
export type FunctionName = (typeof functionNames)[number];

/** The fault that hits a request to AWS, by its number in the history. */
export type Fault = { readonly call: number; readonly kind: FaultKind };

/**
 * `crash before`, `crash after`: the process dies before the request leaves, or once it was done. `refused`: AWS refuses it;
 * SES throttles. `refused for good`: SES rejects the mail. `answer lost`: done, but nobody hears of it. `asked twice`: the SDK
 * lost the first answer and has the second, which may say that the condition does not hold. `slow`: half a minute passes first.
 */
export const faultKinds = [
  'crash before',
  'crash after',
  'refused',
  'refused for good',
  'answer lost',
  'asked twice',
  'slow',
] as const;
export type FaultKind = (typeof faultKinds)[number];
