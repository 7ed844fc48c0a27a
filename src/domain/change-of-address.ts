import { DAY_MS } from './durations.ts';
import type { AddressLeft, Subscriber } from './subscriber.ts';
import { currentAccessVersion, highestVersion, requestSubscription, type SubscriptionRequest } from './subscription.ts';

/** The days for which the old address can undo the change; then it is deleted. */
const DAYS_TO_UNDO = 28;

/** The most addresses a subscriber may leave within those days, so that none has to lose its undo early. */
const MAX_LEFT = 5;

/** Lists the addresses that a subscriber left and that can still undo the change. */
export function leftLately({ addressesLeft = [] }: Subscriber, at: Date): readonly AddressLeft[] {
  return addressesLeft.filter(({ until }) => until > at.toISOString());
}

/** Checks whether the bearer of a settings link of `subscriptionVersion` may change the address. */
export function mayChangeAddress(known: Subscriber | undefined, subscriptionVersion: number, at: Date): boolean {
  return (
    known?.status === 'active' &&
    known.subscriptionVersion === subscriptionVersion &&
    leftLately(known, at).length < MAX_LEFT
  );
}

/**
 * Records the address to which the bearer of a settings link asked to move; only the link of the last one works.
 *
 * @returns `undefined` if they may not move, or if they have asked for another address since
 */
export function askToMove(
  known: Subscriber | undefined,
  asked: { readonly newAddressId: string; readonly subscriptionVersion: number; readonly askedAt: Date },
  at: Date,
): Subscriber | undefined {
  if (known === undefined || !mayChangeAddress(known, asked.subscriptionVersion, at)) return undefined;
  const newAddressAskedAt = asked.askedAt.toISOString();
  if ((known.newAddressAskedAt ?? '') > newAddressAskedAt) return undefined;
  return { ...known, newAddressId: asked.newAddressId, newAddressAskedAt };
}

/**
 * Marks the pending subscriber of the new address as confirmed. It then reserves the address for the subscriber who is
 * moving, so nobody can confirm it or subscribe with it on its own. `undefined` if the link is void.
 */
export function confirmMove(
  known: Subscriber | undefined,
  subscriptionVersion: number,
  requestId: string,
): Subscriber | undefined {
  if (known?.movesFrom === undefined || known.subscriptionVersion !== subscriptionVersion) return undefined;
  if (known.movesFrom.isConfirmed) return known;
  return known.status === 'pending' || known.status === 'suppressed'
    ? held(known, known.movesFrom, requestId)
    : undefined;
}

/** Reserves an address for a subscriber who returns to it; `undefined` if it now has a subscription of its own. */
export function holdForReturn(
  known: Subscriber | undefined,
  request: SubscriptionRequest & { readonly movesFrom: Move },
  requestId: string,
): Subscriber | undefined {
  if (known?.movesFrom?.isConfirmed)
    return known.movesFrom.subscriberId === request.movesFrom.subscriberId ? known : undefined;
  const pending = requestSubscription(known, request);
  return pending && held(pending, request.movesFrom, requestId);
}

type Move = NonNullable<Subscriber['movesFrom']>;

function held({ suppressedFor, suppressedAt, ...rest }: Subscriber, move: Move, requestId: string): Subscriber {
  const movesFrom = { ...move, isConfirmed: true };
  return { ...rest, status: 'pending', movesFrom, notice: { request: requestId, isDone: false } };
}

/** Finds the entry of the address that a subscriber left for that of `holder`; `undefined` before the move. */
export function leftFor({ addressesLeft = [] }: Subscriber, holder: Pick<Subscriber, 'id'>): AddressLeft | undefined {
  return addressesLeft.find(({ holderId }) => holderId === holder.id);
}

/**
 * Moves a subscriber to the address that `holder` reserves. Keeps history, coverage, preferences and unsubscribe links;
 * voids the settings links mailed to the old address.
 *
 * @returns the same object if they have moved already; `undefined` if they may no longer make this move.
 */
export function moveTo(known: Subscriber | undefined, holder: Subscriber, at: Date): Subscriber | undefined {
  if (known === undefined || leftFor(known, holder) !== undefined) return known;
  const { subscriptionVersion } = holder.movesFrom ?? {};
  if (subscriptionVersion === undefined || !mayChangeAddress(known, subscriptionVersion, at)) return undefined;
  return known.newAddressId === holder.id ? move(known, holder, at) : undefined;
}

/**
 * Moves a subscriber back to the address that they left under `version`. Addresses that they have had since can no
 * longer undo anything.
 */
export function moveBack(
  known: Subscriber | undefined,
  holder: Subscriber,
  version: number,
  at: Date,
): Subscriber | undefined {
  if (known === undefined || leftFor(known, holder) !== undefined) return known;
  if (canTakeBack(known, version, at) === undefined) return undefined;
  const back = move({ ...known, newAddressId: holder.id }, holder, at);
  const addressesLeft = back.addressesLeft.map((left) => (left.version < version ? left : { ...left, isClosed: true }));
  return { ...back, addressesLeft };
}

/** Finds the entry of an address that may take its subscription back: the same subscription, and still active. */
export function canTakeBack(known: Subscriber | undefined, version: number, at: Date): AddressLeft | undefined {
  if (known?.status !== 'active' || version < known.subscriptionVersion) return undefined;
  return leftLately(known, at).find((entry) => entry.version === version && !entry.isClosed);
}

type Moved = Subscriber & { readonly addressesLeft: readonly AddressLeft[] };

function move(known: Subscriber, holder: Subscriber, at: Date): Moved {
  const instant = at.toISOString();
  const until = new Date(at.getTime() + DAYS_TO_UNDO * DAY_MS).toISOString();
  return {
    ...known,
    email: holder.email,
    accessVersion: highestVersion(known) + 1,
    confirmedAt: instant,
    addressSince: instant,
    addressesLeft: [...leftLately(known, at), { version: currentAccessVersion(known), until, holderId: holder.id }],
  };
}
