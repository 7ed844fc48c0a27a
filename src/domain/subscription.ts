import { localDate } from './schedule.ts';
import { addDays } from './calendar-date.ts';
import { changeSchedule, scheduleFrom } from './change-of-schedule.ts';
import type { Preferences, Subscriber } from './subscriber.ts';

/** No address gets more confirmation mails than these before it confirms: one in 24 hours, three in all. */
const MOST_CONFIRMATION_MAILS = 3;
const HOURS_BETWEEN_CONFIRMATION_MAILS = 24;

/** For how long an end can be undone without a new confirmation, in days. */
export const DAYS_TO_UNDO = 28;

const HOUR_MS = 3_600_000;

/** Someone asks for digests to an address; nobody knows yet whether the address is theirs. */
export type SubscriptionRequest = {
  readonly id: Subscriber['id'];
  readonly email: string;
  readonly preferences: Preferences;
  readonly at: Date;
};

/**
 * The subscriber whom a request makes, to be mailed a confirmation; `undefined` when the address must not be mailed:
 * it is active, it bounces, or it has had its share of confirmation mails.
 *
 * Every request raises the generation, so that links of an earlier life do not act. Nothing else of an active
 * subscriber can be changed by a request, because anybody can make one.
 */
export function requested(known: Subscriber | undefined, request: SubscriptionRequest): Subscriber | undefined {
  if (known && (isReachable(known) || !mayBeAskedToConfirm(known, request.at))) return undefined;
  const { id, email, preferences, at } = request;
  return {
    id,
    email,
    preferences,
    status: known?.status === 'suppressed' ? 'suppressed' : 'pending',
    suppressedFor: known?.suppressedFor,
    generation: (known?.generation ?? 0) + 1,
    confirmationMails: (known?.confirmationMails ?? 0) + 1,
    confirmationMailedAt: at.toISOString(),
    ...scheduleFrom(preferences, at),
  };
}
