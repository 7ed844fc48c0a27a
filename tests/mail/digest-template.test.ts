import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeMime } from '../../src/adapters/ses/mime.ts';
import { languages, type Preferences } from '../../src/domain/preferences.ts';
import { digestMail, type Reader } from '../../src/mail/digest-mail.ts';
import { digestTemplate, linksWithoutTokens } from '../../src/mail/digest-template.ts';
import { aSubscriber } from '../support/builders.ts';
import { readerWith, type SampleName, sampleDigest, samples } from './sample-digests.ts';

const names = Object.keys(samples).filter((name): name is SampleName => name in samples);

/** As the sender signs them: all of one length, but for the reader's id and subscription version. */
const token = fc.stringMatching(/^[A-Za-z0-9_-]{6}\.[A-Za-z0-9-]{36}\.\d\.\d{10}\.[A-Za-z0-9_-]{43}$/);

function clientAddress(preferences: Preferences, [unsubscribe, manage]: readonly [string, string], id = 's-1'): Reader {
  const site = 'https://jubilee.example';
  return {
    ...readerWith(preferences),
    subscriber: aSubscriber({ id, preferences }),
    links: {
      site,
      unsubscribe: `${site}/unsubscribe?t=${unsubscribe}`,
      preferences: `${site}/preferences?t=${manage}`,
    },
  };
}

describe.each(languages)('a digest in %s that is rendered once', (language) => {
  test.each(names)('is for every reader, to the byte, the one that is rendered for them: "%s"', (name) => {
    const preferences = { ...samples[name].preferences, language };
    const digest = sampleDigest({ ...samples[name], preferences });
    fc.assert(
      fc.property(fc.tuple(token, token), fc.tuple(token, token), fc.uuid(), (first, second, id) => {
        const reader = clientAddress(preferences, second, id);
        const template = digestTemplate(digest, clientAddress(preferences, first));
        expect(template(reader)).toEqual(digestMail(digest, reader));
      }),
      { numRuns: 4 },
    );
  });
});

test('a digest whose items do not all fit leaves out the same ones', () => {
  const { preferences } = samples['full-day'];
  const digest = sampleDigest(samples['full-day']);
  const long = { ...digest, groups: Array.from({ length: 8 }, () => digest.groups).flat() };
  const readers = [
    clientAddress(preferences, ['a'.repeat(99), 'b'.repeat(99)]),
    clientAddress(preferences, ['c'.repeat(99), 'd'.repeat(99)]),
  ];
  const [first, second] = readers;
  if (!first || !second) throw new Error('no readers');
  const mail = digestTemplate(long, first)(second);
  expect(mail).toEqual(digestMail(long, second));
  expect(mail.text).toContain('on the web');
});

test('the mail as sent is the same to the byte, too', async () => {
  const { preferences } = samples['china-lesotho'];
  const digest = sampleDigest(samples['china-lesotho']);
  const reader = clientAddress(preferences, ['x1.y-_2', 'z3.w-_4']);
  const envelope = { from: { name: 'Jubilee', address: 'a@b.example' }, to: 'c@d.example', date: new Date(0) };
  const spliced = digestTemplate(digest, clientAddress(preferences, ['1234567', '7654321']))(reader);
  expect(writeMime({ ...envelope, mail: spliced })).toEqual(
    writeMime({ ...envelope, mail: digestMail(digest, reader) }),
  );
});

test('readers whose tokens differ in length, or whose links lead elsewhere, do not share a rendering', () => {
  const { links } = clientAddress(samples.empty.preferences, ['abc', 'def']);
  const alike = linksWithoutTokens(links);
  expect(linksWithoutTokens({ ...links, unsubscribe: links.unsubscribe.replace('abc', 'xyz') })).toEqual(alike);
  expect(linksWithoutTokens({ ...links, unsubscribe: `${links.unsubscribe}d` })).not.toEqual(alike);
  expect(linksWithoutTokens({ ...links, unsubscribe: links.unsubscribe.replace('.example', '.test') })).not.toEqual(
    alike,
  );
});

test('a placeholder that occurs elsewhere in the mail is refused, so that no token is written there', () => {
  const reader = clientAddress(samples.empty.preferences, ['a', 'b']);
  expect(() => digestTemplate(sampleDigest(samples.empty), reader)).toThrow('instead of once');
});
