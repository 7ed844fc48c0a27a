import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { writeMime } from '../../src/adapters/ses/mime.ts';
import { digestMail, type Mail } from '../../src/mail/digest-mail.ts';
import { headerText } from '../../src/mail/header-text.ts';
import { aSubscriber } from '../support/builders.ts';
import { readerWith, sampleDigest, sampleMail, samples } from './sample-digests.ts';

const sample = samples['china-lesotho'];
const harmful = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const anyText = fc.string({ unit: 'binary', maxLength: 60 });
const hostileText = fc
  .array(fc.constantFrom('\r\n', '\n', '\0', '\u202e', '\u2066', '\u0085', '\t', 'Bcc: x@evil.example', '>', ' '))
  .map((parts) => parts.join(''));

describe('a digest', () => {
  const { headers } = sampleMail(sample);

  test('can be unsubscribed from with one click (RFC 8058)', () => {
    expect(headers['List-Unsubscribe']).toBe(`<${readerWith(sample.preferences).links.unsubscribe}>`);
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
  });

  test('names its list, says that a machine wrote it and asks for no automatic answer', () => {
    expect(headers).toMatchObject({
      'List-Id': 'Jubilee digests <digests.jubilee.example>',
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      'Feedback-ID': 'digest:daily:en:jubilee',
    });
  });

  test('keeps its Message-ID when it is composed again', () => {
    expect(headers['Message-ID']).toBe('<digest.2024-01-05.subscriber-1.1@jubilee.example>');
    expect(sampleMail(sample).headers).toEqual(headers);
  });

  test.each([
    ['date', { ...sample, on: '2024-01-06' } as const, {}],
    ['subscriber', sample, { id: 'subscriber_1' }],
    ['subscriptionVersion of a subscriber', sample, { subscriptionVersion: 2 }],
  ])('of another %s has another Message-ID', (_what, { on, timelines, preferences }, other) => {
    const subscriber = aSubscriber({ preferences, ...other });
    const mail = digestMail(sampleDigest({ on, timelines, preferences }), { ...readerWith(preferences), subscriber });
    expect(mail.headers['Message-ID']).not.toBe(headers['Message-ID']);
  });

  test('reveals no address and no name in its headers', () => {
    expect(Object.values(headers).join('\n')).not.toContain('ministry.example');
  });
});

describe('a header', () => {
  test.each([
    ['a line break', 'Hello\r\nBcc: someone@example.org', 'Hello Bcc: someone@example.org'],
    ['a NUL', 'a\0b', 'a b'],
    ['an override of the reading direction', 'invoice\u202efdp.exe', 'invoice fdp.exe'],
    ['half a character', 'a\ud83cb', 'a b'],
  ])('keeps no trace of %s', (_what, value, expected) => {
    expect(headerText(value)).toBe(expected);
  });

  test('keeps every other character', () => {
    expect(headerText('Türkiye–Côte d’Ivoire 建交30周年 🇱🇸')).toBe('Türkiye–Côte d’Ivoire 建交30周年 🇱🇸');
  });

  test('never holds a control character, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(anyText, hostileText), (text) => !harmful.test(headerText(text))));
  });

  test('never holds a control character in any mail, whatever the reader, the links or the domain', () => {
    fc.assert(fc.property(fc.record({ id: hostileOrAny, url: hostileOrAny, domain: hostileOrAny }), isHarmless));
  });

  test('cannot be added to a mail by a hostile link, domain or subscriber', async () => {
    const expected = await headerNamesOf(sampleMail(sample));
    await fc.assert(
      fc.asyncProperty(fc.record({ id: hostileText, url: hostileText, domain: hostileText }), async (parts) => {
        expect(await headerNamesOf(mailWith(parts))).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });
});

test('the subject, the headers and both parts arrive as they were written', async () => {
  const mail = sampleMail(samples.disputed);
  const received = await PostalMime.parse(mimed(mail));
  const headers = new Map(received.headers.map(({ key, value }) => [key, value]));
  expect(received.subject).toBe(mail.subject);
  for (const [name, value] of Object.entries(mail.headers)) expect(headers.get(name.toLowerCase())).toBe(value);
  expect(received.text?.trimEnd().replaceAll('\r\n', '\n')).toBe(mail.text.trimEnd());
  expect(received.html?.trimEnd().replaceAll('\r\n', '\n')).toBe(mail.html.trimEnd());
});

const hostileOrAny = fc.oneof(anyText, hostileText);

type Parts = { readonly id: string; readonly url: string; readonly domain: string };

function isHarmless(parts: Parts): boolean {
  const { subject, headers } = mailWith(parts);
  return ![subject, ...Object.values(headers)].some((value) => harmful.test(value));
}

function mailWith({ id, url, domain }: Parts): Mail {
  const reader = readerWith(sample.preferences);
  const links = { ...reader.links, unsubscribe: `https://jubilee.example/${url}` };
  return digestMail(sampleDigest(sample), { ...reader, links, domain, subscriber: { ...reader.subscriber, id } });
}

async function headerNamesOf(mail: Mail): Promise<string[]> {
  return (await PostalMime.parse(mimed(mail))).headers.map(({ key }) => key);
}

function mimed(mail: Mail): Buffer {
  const from = { name: 'Jubilee', address: 'alerts@jubilee.example' };
  return writeMime({ from, to: 'desk@ministry.example', mail, date: new Date('2024-01-05T08:00:00Z') });
}
