import { DAY_MS } from './durations.ts';
import type { AddressLeft, Subscriber } from './subscriber.ts';
import { currentAccessVersion, highestVersion, requestSubscription, type SubscriptionRequest } from './subscription.ts';

/** How long the old address can undo the change; then it is forgotten. */
const DAYS_TO_UNDO = 28;

/** How many addresses a subscriber may leave within the days to undo, so that no early one loses its undo. */
const MAX_LEFT = 5;

/** The addresses left by a subscriber whose days to undo are not over. */
export function leftLately({ addressesLeft = [] }: Subscriber, at: Date): readonly AddressLeft[] {
  return addressesLeft.filter(({ until }) => until > at.toISOString());
}

/** Whether the bearer of a settings link of `subscriptionVersion` may ask for another address. */
export function mayChangeAddress(known: Subscriber | undefined, subscriptionVersion: number, at: Date): boolean {
  return (
    known?.status === 'active' &&
    known.subscriptionVersion === subscriptionVersion &&
    leftLately(known, at).length < MAX_LEFT
  );
}

/**
 * Marks the pending subscriber of the new address as confirmed: from then on it holds the address for the subscriber
 * who moves there, and can be neither confirmed by itself nor asked for anew. `undefined` if the link is void.
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

/** Holds an address for a subscriber who returns to it; `undefined` if it has a subscription of its own by now. */
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

/** The entry of the address that a subscriber left for the one that `holder` holds; `undefined` before they have moved. */
export function leftFor({ addressesLeft = [] }: Subscriber, holder: Pick<Subscriber, 'id'>): AddressLeft | undefined {
  return addressesLeft.find(({ holderId }) => holderId === holder.id);
}

/**
 * Moves a subscriber to the address that `holder` holds for them. History, coverage and preferences stay, and so do the
 * links to unsubscribe; links to the settings that were mailed to the old address are void.
 *
 * @returns the very subscriber if they have moved already; `undefined` if the move is no longer theirs to make.
 */
export function moveTo(known: Subscriber | undefined, holder: Subscriber, at: Date): Subscriber | undefined {
  if (known === undefined || leftFor(known, holder) !== undefined) return known;
  const { subscriptionVersion } = holder.movesFrom ?? {};
  if (subscriptionVersion === undefined || !mayChangeAddress(known, subscriptionVersion, at)) return undefined;
  return known.newAddressId === holder.id ? move(known, holder, at) : undefined;
}

/**
 * Moves a subscriber back to the address that they left under `version`. No address that they have had since can undo
 * anything any more.
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

/** The entry of an address that may take its subscription back: in the same subscription, which is still active. */
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
