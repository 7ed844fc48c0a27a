import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkSigner, readLinkKeys } from '../../../src/adapters/lambda/link-signer.ts';

const [first, second, third] = ['a', 'b', 'c'].map((letter) => letter.repeat(40));
const signer = linkSigner({ current: second ?? '', earlier: [] });
const bearer = { subscriberId: 'k7f2', subscriptionVersion: 3 };
const now = new Date('2024-01-05T08:00:00Z');
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

test.each(['confirm', 'unsubscribe', 'manage', 'calendar'] as const)('a %s link names its bearer', (purpose) => {
  expect(signer.verify(purpose, signer.sign(purpose, bearer, now), now)).toEqual(bearer);
});

test.each([
  ['a confirm link is valid for 48 hours', 'confirm', 48],
  ['a manage link is valid for 24 hours', 'manage', 24],
] as const)('%s', (_rule, purpose, hours) => {
  const token = signer.sign(purpose, bearer, now);
  expect(signer.verify(purpose, token, after(hours - 0.01))).toEqual(bearer);
  expect(signer.verify(purpose, token, after(hours))).toBe('expired');
});

test.each(['unsubscribe', 'calendar'] as const)('the link of purpose %s never expires', (purpose) => {
  expect(signer.verify(purpose, signer.sign(purpose, bearer, now), after(24 * 365 * 50))).toEqual(bearer);
});

test('a link for one purpose is refused for another', () => {
  expect(signer.verify('manage', signer.sign('unsubscribe', bearer, now), now)).toBe('invalid');
});

test('after one rotation of the key every link still works', () => {
  const rotated = linkSigner({ current: third ?? '', earlier: [second ?? ''] });
  expect(rotated.verify('manage', signer.sign('manage', bearer, now), now)).toEqual(bearer);
});

test('after two rotations only unsubscribe links and calendars still work', () => {
  const rotated = linkSigner({ current: first ?? '', earlier: [third ?? '', second ?? ''] });
  expect(rotated.verify('unsubscribe', signer.sign('unsubscribe', bearer, now), now)).toEqual(bearer);
  expect(rotated.verify('calendar', signer.sign('calendar', bearer, now), now)).toEqual(bearer);
  expect(rotated.verify('manage', signer.sign('manage', bearer, now), now)).toBe('invalid');
});

test('a token fits into a URL as it is', () => {
  expect(signer.sign('manage', bearer, now)).toMatch(/^[\w.-]+$/);
});

test('no text that was not signed is taken for a token', () => {
  const token = signer.sign('confirm', bearer, now);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(token.length - 1), (text, at) => {
      expect(signer.verify('confirm', text, now)).toBe('invalid');
      expect(signer.verify('confirm', token.slice(0, at), now)).toBe('invalid');
      if (text !== '')
        expect(signer.verify('confirm', token.slice(0, at) + text + token.slice(at), now)).toBe('invalid');
    }),
  );
});

test('a token whose subscription version was raised by hand is refused', () => {
  const token = signer.sign('manage', bearer, now).replace('.3.', '.4.');
  expect(signer.verify('manage', token, now)).toBe('invalid');
});

test('a key of less than 32 characters is refused', () => {
  expect(() => readLinkKeys('{"current":"short"}')).toThrow(/current/);
});
