import { linkSigner } from '../src/adapters/lambda/link-signer.ts';
import { buildDigest, type Digest } from '../src/domain/digest.ts';
import type { Span } from '../src/domain/milestone.ts';
import { defaultPreferences, type Preferences } from '../src/domain/preferences.ts';
import { eventKinds } from '../src/domain/relation-event.ts';
import type { Reader } from '../src/mail/digest-mail.ts';
import { sources, timelines } from './real-data.ts';

export const sentAt = new Date('2026-09-26T00:00:00Z');
export const from = { name: 'Jubilee', address: 'jubilee@jubilee.example' };
export const to = 'protocol.desk@ministry-of-foreign-affairs.example';

/** A reader who follows everything on file, in every year. */
export const everything: Preferences = {
  ...defaultPreferences,
  kinds: eventKinds,
  policy: 'every',
  includeSevered: true,
};

/** Builds the digest of real events for the days, cut to a number of items. */
export function cutDigest(coverage: Span, preferences: Preferences, items = Number.POSITIVE_INFINITY): Digest {
  const digest = buildDigest({ on: coverage.from, coverage }, { timelines }, preferences);
  let room = items;
  const groups = digest.groups.map((group) => {
    const milestones = group.milestones.slice(0, room);
    room -= milestones.length;
    return { ...group, milestones };
  });
  return { ...digest, groups: groups.filter(({ milestones }) => milestones.length > 0) };
}

const sourcesById = new Map(sources.map((source) => [source.id, source]));
const signer = linkSigner({ current: 'a key that signs nothing but measurements', earlier: [] });
const site = 'https://jubilee.example';

/** Creates the `number`th reader, with links signed like the sender's. */
export function readerNumber(number: number, preferences: Preferences): Reader {
  const id = `${number.toString(16).padStart(8, '0')}-5d2c-4f6e-9a3b-7c1e8d40f2b6`;
  const bearer = { subscriberId: id, subscriptionVersion: 1 };
  return {
    subscriber: { id, subscriptionVersion: 1, preferences },
    sources: sourcesById,
    domain: 'jubilee.example',
    links: {
      site,
      unsubscribe: `${site}/unsubscribe?t=${signer.sign('unsubscribe', bearer, sentAt)}`,
      preferences: `${site}/preferences?t=${signer.sign('manage', bearer, sentAt)}`,
    },
  };
}
