import type { AddressKey } from '../../src/adapters/dynamodb/address-key.ts';
import type { SubscriberTable } from '../../src/adapters/dynamodb/subscriber-table.ts';
import {
  askToMove,
  canTakeBack,
  confirmMove,
  holdForReturn,
  leftFor,
  moveBack,
  moveTo,
} from '../../src/domain/change-of-address.ts';
import type { MoveRequest } from '../../src/domain/notice.ts';
import type { Subscriber, SubscriberId } from '../../src/domain/subscriber.ts';

type Ports = {
  readonly subscribers: Pick<SubscriberTable, 'find' | 'erasureOf' | 'change' | 'remove' | 'addressLeft'>;
  readonly addresses: AddressKey;
  readonly now: () => Date;
};

type Move = NonNullable<Subscriber['movesFrom']>;

/** Records the last address to which a subscriber asked to move. @returns whether they may move there. */
export async function noteMove(
  newAddressId: SubscriberId,
  { subscriberId, subscriptionVersion }: Move,
  askedAt: Date,
  { subscribers, now }: Ports,
): Promise<boolean> {
  const before = await subscribers.find(subscriberId);
  const noted = await subscribers.change(subscriberId, (known) =>
    askToMove(known, { newAddressId, subscriptionVersion, askedAt }, now()),
  );
  if (noted !== undefined) await forgetEarlierMove(before, newAddressId, subscribers);
  return noted !== undefined;
}

/** Removes an earlier request to move. A confirmed address stays until the old one has been notified. */
async function forgetEarlierMove(
  mover: Subscriber | undefined,
  newAddressId: string,
  subscribers: Ports['subscribers'],
) {
  const { id, newAddressId: earlier } = mover ?? {};
  if (earlier === undefined || earlier === newAddressId) return;
  const pending = await subscribers.find(earlier);
  const isOver = !pending?.movesFrom?.isConfirmed || pending.notice?.isDone;
  if (pending?.movesFrom?.subscriberId === id && isOver) await subscribers.remove(earlier);
}

/**
 * Moves a subscriber to a confirmed address, or back to the one they left. Each step is one conditional write that is safe
 * to repeat. Their order never lets two subscribers be active under one address: reserve the new address, move the
 * subscriber, reassign the addresses.
 *
 * @returns the holder of the address, on which the notice to the earlier address is leased; `undefined` if nobody moves.
 */
export async function moveAddress(
  request: MoveRequest,
  requestId: string,
  ports: Ports,
): Promise<Subscriber | undefined> {
  const { subscribers, now } = ports;
  const holder = await (request.kind === 'move' ? holdNew : holdEarlier)(request, requestId, ports);
  if (holder?.movesFrom === undefined) return undefined;
  const mover = await subscribers.change(holder.movesFrom.subscriberId, (known) =>
    request.kind === 'move'
      ? moveTo(known, holder, now())
      : moveBack(known, holder, request.subscriptionVersion, now()),
  );
  if (mover === undefined) {
    await subscribers.remove(holder.id);
    return undefined;
  }
  await changeHands(mover, ports);
  return holder;
}

function holdNew({ subscriberId, subscriptionVersion }: MoveRequest, requestId: string, { subscribers }: Ports) {
  return subscribers.change(subscriberId, (known) => confirmMove(known, subscriptionVersion, requestId));
}

async function holdEarlier(
  { subscriberId, subscriptionVersion: version }: MoveRequest,
  requestId: string,
  { subscribers, addresses, now }: Ports,
): Promise<Subscriber | undefined> {
  const mover = await subscribers.find(subscriberId);
  const email = await subscribers.addressLeft(subscriberId, { version });
  if (mover === undefined || email === undefined) return undefined;
  const id = await addresses.subscriberId(email);
  if (id === subscriberId) return heldBefore(mover, subscribers);
  const { preferences, subscriptionVersion } = mover;
  const movesFrom = { subscriberId, subscriptionVersion };
  return subscribers.change(id, (known, { erasedVersion }) =>
    known?.movesFrom?.isConfirmed || canTakeBack(mover, version, now())
      ? holdForReturn(known, { id, email, preferences, at: now(), erasedVersion, movesFrom }, requestId)
      : undefined,
  );
}

/** Finds the holder if an earlier attempt has already returned the address to the subscriber. */
async function heldBefore(mover: Subscriber, { find }: Ports['subscribers']): Promise<Subscriber | undefined> {
  const holder = await find(mover.newAddressId ?? '');
  return holder && leftFor(mover, holder) ? holder : undefined;
}

async function changeHands(mover: Subscriber, { addresses, subscribers }: Ports): Promise<void> {
  await addresses.give(mover.email, mover.id);
  for (const left of mover.addressesLeft ?? []) {
    const address = await subscribers.addressLeft(mover.id, left);
    if (address !== undefined && address.toLowerCase() !== mover.email.toLowerCase())
      await addresses.free(address, mover.id);
  }
}

/** Finds the address that a subscriber left for that of `holder`, and the version for its undo link. */
export async function earlierAddress(
  holder: Subscriber,
  { subscribers }: Pick<Ports, 'subscribers'>,
): Promise<{ readonly mover: Subscriber; readonly address: string; readonly version: number } | undefined> {
  const mover = await subscribers.find(holder.movesFrom?.subscriberId ?? '');
  const left = mover && leftFor(mover, holder);
  if (mover === undefined || left === undefined) return undefined;
  const address = await subscribers.addressLeft(mover.id, left);
  return address === undefined ? undefined : { mover, address, version: left.version };
}
