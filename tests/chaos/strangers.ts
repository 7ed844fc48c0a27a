import { readPlannedDigest } from '../../src/adapters/sqs/digest-queue.ts';
import type { History } from './history.ts';

/** Where nothing else goes wrong, a planned digest is on its way for less than this (ms). What a brake or the quota turns away stays away for three hours at least. */
const MAX_WAY_MS = 2 * 3_600_000;

/** No stranger stops or delays the digest of a confirmed subscriber: shown where neither faults nor outages could be the reason. */
export function stoppedByStrangers({ schedule, sentMessages, accepted, deadDigests }: History): string[] {
  const { strangers, faults, outages } = schedule;
  if (strangers === undefined || faults.length + outages.length > 0) return [];
  const mailedAt = new Map(
    accepted.map(({ subscriber, subscriptionVersion, on, at }) => [`${subscriber} ${subscriptionVersion} ${on}`, at]),
  );
  const found = sentMessages.digests.flatMap(({ body, sentAt }) => {
    const { subscriberId, subscriptionVersion, on } = readPlannedDigest(body);
    const isLate = (mailedAt.get(`${subscriberId} ${subscriptionVersion} ${on}`) ?? 0) - sentAt > MAX_WAY_MS;
    return isLate ? [`${subscriberId}: the digest of ${on} is delayed by strangers`] : [];
  });
  return [...found, ...deadDigests.map((body) => `${body}: stopped by strangers`)];
}
