import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { HOUR_MS } from '../../domain/durations.ts';
import type { Subscriber } from '../../domain/subscriber.ts';
import { currentAccessVersion } from '../../domain/subscription.ts';

/**
 * The purpose of a link: confirm an address, unsubscribe, undo that, manage preferences, read the personal calendar, or
 * undo a move to another address.
 */
export type LinkPurpose = 'confirm' | 'unsubscribe' | 'undo' | 'manage' | 'calendar' | 'undo-move';

/** The bearer of a link. A later subscription version voids it. */
export type LinkBearer = { readonly subscriberId: string; readonly subscriptionVersion: number };

export type LinkSigner = ReturnType<typeof linkSigner>;

/** The signing keys: the one that signs, and the earlier ones, latest first. */
export type LinkKeys = z.infer<typeof linkKeys>;

const linkKeys = z.object({ current: z.string().min(32), earlier: z.array(z.string().min(32)).default([]) });

const lifetimes: Record<LinkPurpose, number> = {
  confirm: 48 * HOUR_MS,
  unsubscribe: Number.POSITIVE_INFINITY,
  undo: 28 * 24 * HOUR_MS,
  manage: 24 * HOUR_MS,
  calendar: Number.POSITIVE_INFINITY,
  'undo-move': 28 * 24 * HOUR_MS,
};

/** Returns the bearer for a link of that purpose: a change of address voids settings links, but no others. */
export function toBearer(subscriber: Subscriber, purpose: LinkPurpose): LinkBearer {
  const version = purpose === 'manage' ? currentAccessVersion(subscriber) : subscriber.subscriptionVersion;
  return { subscriberId: subscriber.id, subscriptionVersion: version };
}

/** Parses the output of `newLinkKeys`. @throws Error for anything else */
export function readLinkKeys(text: string): LinkKeys {
  return linkKeys.parse(JSON.parse(text));
}

/** Creates a key of 48 random bytes, and serialises it with the earlier ones, latest first. */
export function newLinkKeys(earlier: readonly string[] = []): string {
  return JSON.stringify({ current: randomBytes(48).toString('base64url'), earlier });
}

/**
 * Signs and verifies the tokens in links: HMAC-SHA-256 over purpose, subscriber, version and expiry, compared in constant
 * time. Confirm links are valid for 48 hours, manage links for 24 hours and undo links for 28 days; they survive one key
 * rotation. Unsubscribe links never expire and survive every rotation, as old mails must keep working (RFC 8058); so do
 * those of calendars, which programs poll for years.
 */
export function linkSigner({ current, earlier }: LinkKeys) {
  const currentId = keyIdOf(current);
  const keys = new Map([...earlier, current].map((key) => [keyIdOf(key), key]));
  const recent = new Set([current, ...earlier.slice(0, 1)].map(keyIdOf));

  return {
    /** Signs a token for a URL: letters, digits, `-`, `_` and `.` only. */
    sign(purpose: LinkPurpose, { subscriberId, subscriptionVersion }: LinkBearer, now: Date): string {
      const lifetime = lifetimes[purpose];
      const expires = Number.isFinite(lifetime) ? Math.floor((now.getTime() + lifetime) / 1000) : 0;
      const claims = [currentId, subscriberId, subscriptionVersion, expires].join('.');
      return `${claims}.${signature(current, purpose, claims)}`;
    },

    /** Verifies a token and returns its bearer; `invalid` if forged, truncated, for another purpose or signed with a retired key. */
    verify(purpose: LinkPurpose, token: string, now: Date): LinkBearer | 'invalid' | 'expired' {
      const [keyId = '', subscriberId = '', subscriptionVersion, expires, given = '', ...rest] = token.split('.');
      const key = keys.get(keyId);
      if (key === undefined || rest.length > 0) return 'invalid';
      if (Number.isFinite(lifetimes[purpose]) && !recent.has(keyId)) return 'invalid';
      const claims = [keyId, subscriberId, subscriptionVersion, expires].join('.');
      if (!sameInConstantTime(given, signature(key, purpose, claims))) return 'invalid';
      if (Number(expires) > 0 && Number(expires) * 1000 <= now.getTime()) return 'expired';
      return { subscriberId, subscriptionVersion: Number(subscriptionVersion) };
    },
  };
}

function keyIdOf(key: string): string {
  return createHash('sha256').update(`key id of ${key}`).digest('base64url').slice(0, 6);
}

function signature(key: string, purpose: LinkPurpose, claims: string): string {
  return createHmac('sha256', key).update(`${purpose}\n${claims}`).digest('base64url');
}

function sameInConstantTime(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
