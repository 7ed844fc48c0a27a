import { addDays, type CalendarDate } from './calendar-date.ts';
import { type Covered, changeSchedule, scheduleFrom } from './change-of-schedule.ts';
import { DAY_MS } from './durations.ts';
import { areSame, type Preferences } from './preferences.ts';
import { localDate } from './schedule.ts';
import type { Subscriber } from './subscriber.ts';

/** The days for which an unsubscription can be undone without a new confirmation; then the address is deleted. */
const DAYS_TO_UNDO = 28;
/** The days for which an unconfirmed address is kept after its last request. */
const DAYS_PENDING = 14;
const MS_UNTIL_REMINDER = DAY_MS;

/** A request for digests to an address, which may not belong to the requester. */
export type SubscriptionRequest = Pick<Subscriber, 'id' | 'email' | 'preferences'> & {
  readonly at: Date;
  /** The highest version of an erased subscription of this address, so that its links never work again. */
  readonly erasedVersion?: number | undefined;
  /** The active subscriber who asked to move to this address. */
  readonly movesFrom?: Subscriber['movesFrom'];
};

/**
 * Creates a pending subscriber, who is mailed a confirmation, or returns `undefined` for an active one. A suppressed
 * subscriber stays suppressed until they confirm. Every request raises the subscription version, which voids earlier links.
 */
export function requestSubscription(
  known: Subscriber | undefined,
  request: SubscriptionRequest,
): Subscriber | undefined {
  if (known?.status === 'active' || known?.movesFrom?.isConfirmed) return undefined;
  const { id, email, preferences, at, erasedVersion = 0, movesFrom } = request;
  const lastVersion = known ? highestVersion(known) : erasedVersion;
  return {
    id,
    email,
    status: known?.status === 'suppressed' ? 'suppressed' : 'pending',
    suppressedFor: known?.suppressedFor,
    suppressedAt: known?.suppressedAt,
    subscriptionVersion: Math.max(lastVersion + 1, Math.floor(at.getTime() / 1000)),
    confirmationMails: (known?.confirmationMails ?? 0) + 1,
    confirmationMailedAt: at.toISOString(),
    ...(known?.addressesLeft && { addressesLeft: known.addressesLeft }),
    ...(movesFrom && { movesFrom }),
    ...scheduleFrom(preferences, at),
  };
}

/**
 * Creates a subscriber for an operator: pending, mailed one confirmation at the next full hour, or active at once if they
 * have consented already, as recorded in `consent`.
 */
export function importSubscriber({ id, email, preferences, at }: SubscriptionRequest, consent?: string): Subscriber {
  return {
    id,
    email,
    status: consent === undefined ? 'pending' : 'active',
    subscriptionVersion: Math.floor(at.getTime() / 1000),
    confirmationMails: 0,
    ...(consent !== undefined && { consent }),
    ...scheduleFrom(preferences, at),
  };
}

/**
 * Returns when to mail a pending subscriber without a further request: the first confirmation after an import, or the
 * reminder after a request; `undefined` once both are sent. A change of address gets no reminder, as digests keep coming.
 */
export function remindableFrom(known: Subscriber): Date | undefined {
  if (known.status !== 'pending' || known.movesFrom !== undefined) return undefined;
  if (known.confirmationMails === 0) return new Date(known.scheduledSince);
  if (known.confirmationMails !== 1 || !known.confirmationMailedAt) return undefined;
  return new Date(Date.parse(known.confirmationMailedAt) + MS_UNTIL_REMINDER);
}

/** Counts one more confirmation mail for a pending subscriber; `undefined` if none is due. */
export function remind(known: Subscriber, at: Date): Subscriber | undefined {
  const from = remindableFrom(known);
  if (from === undefined || at < from) return undefined;
  return { ...known, confirmationMails: known.confirmationMails + 1, confirmationMailedAt: at.toISOString() };
}

/** Checks whether a confirm link of this subscription version is valid, already used, or void. */
export function confirmability(known: Subscriber | undefined, subscriptionVersion: number): 'ready' | 'done' | 'void' {
  if (known?.subscriptionVersion !== subscriptionVersion) return 'void';
  if (known.status === 'active' || known.movesFrom?.isConfirmed) return 'done';
  return known.status === 'pending' || known.status === 'suppressed' ? 'ready' : 'void';
}

/** Confirms the subscription: digests cover days from their local date on. Resets the limit on unanswered confirmation mails. */
export function confirm(known: Subscriber, at: Date): Subscriber {
  const { suppressedFor, suppressedAt, endedAt, ...rest } = known;
  const confirmedAt = at.toISOString();
  return { ...rest, status: 'active', confirmedAt, confirmationMails: 0, ...scheduleFrom(known.preferences, at) };
}

/** Changes the preferences; covered days stay covered. Returns the same object if nothing changes, so that nothing is written. */
export function changePreferences(known: Subscriber, preferences: Preferences, at: Date): Subscriber {
  if (areSame(known.preferences, preferences)) return known;
  if (known.status !== 'active') return { ...known, preferences };
  return { ...known, ...changeSchedule(known, preferences, at) };
}

/** Ends the subscription. */
export function unsubscribe(known: Subscriber, at: Date): Subscriber {
  if (known.status !== 'active' && known.status !== 'pending') return known;
  return { ...known, status: 'unsubscribed', endedAt: at.toISOString() };
}

/** Checks whether the unsubscription can still be undone. */
export function canReinstate(known: Subscriber, at: Date): boolean {
  return (
    known.status === 'unsubscribed' &&
    known.endedAt !== undefined &&
    at.getTime() - Date.parse(known.endedAt) < DAYS_TO_UNDO * DAY_MS
  );
}

/** Returns the last whole local day on which an unsubscription can be undone. */
export function lastDayToUndo({ endedAt, preferences }: Subscriber): CalendarDate | undefined {
  return endedAt === undefined
    ? undefined
    : addDays(localDate(new Date(endedAt), preferences.timeZone), DAYS_TO_UNDO - 1);
}

/**
 * Undoes an unsubscription: digests cover days from their local date on, except those in `covered`. Digests planned before
 * they left are dropped, so today may not have been covered – even if they moved west and it is a date they already
 * lived through.
 */
export function reinstate(known: Subscriber, at: Date, covered: Partial<Covered> = {}): Subscriber {
  const { endedAt, ...rest } = known;
  const schedule = scheduleFrom(known.preferences, at);
  const dayBefore = schedule.coveredThrough;
  const through = (day: CalendarDate = dayBefore) => (day > dayBefore ? day : dayBefore);
  return {
    ...rest,
    ...schedule,
    status: 'active',
    reinstatedAt: at.toISOString(),
    confirmationMails: 0,
    coveredThrough: through(covered.coveredThrough),
    changesToldThrough: through(covered.changesToldThrough),
  };
}

/** Returns the version for which the personal calendar's address is signed: higher than any earlier one, in any subscription. */
export function currentCalendarVersion({
  subscriptionVersion,
  calendarVersion = subscriptionVersion,
}: Subscriber): number {
  return calendarVersion;
}

/** Returns the version for which settings links are signed. */
export function currentAccessVersion({ subscriptionVersion, accessVersion = subscriptionVersion }: Subscriber): number {
  return accessVersion;
}

/** Returns the highest version for which any link of this subscriber was signed; 0 for `undefined`. */
export function highestVersion(known: Subscriber | undefined): number {
  return known === undefined ? 0 : Math.max(currentCalendarVersion(known), currentAccessVersion(known));
}

/** Replaces the address of the personal calendar; the previous one stops working. */
export function resetCalendarAddress(known: Subscriber): Subscriber {
  return { ...known, calendarVersion: currentCalendarVersion(known) + 1 };
}

/** Returns when a subscriber's address is deleted; `undefined` while they are active. */
export function forgottenFrom({ status, scheduledSince, endedAt, suppressedAt }: Subscriber): Date | undefined {
  if (status === 'active') return undefined;
  const requested = Date.parse(scheduledSince) + DAYS_PENDING * DAY_MS;
  if (status === 'pending') return new Date(requested);
  const ended =
    Date.parse((status === 'unsubscribed' ? endedAt : suppressedAt) ?? scheduledSince) + DAYS_TO_UNDO * DAY_MS;
  return new Date(Math.max(ended, requested));
}
