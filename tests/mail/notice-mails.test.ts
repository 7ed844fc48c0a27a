import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { writeMime } from '../../src/adapters/ses/mime.ts';
import type { Mail } from '../../src/mail/digest-mail.ts';
import {
  confirmationMail,
  goodbyeMail,
  movedMail,
  type NoticeReader,
  newAddressMail,
  preferencesMail,
  reminderMail,
} from '../../src/mail/notice-mails.ts';
import { aSubscriber, preferencesWith } from '../support/builders.ts';
import { noticeReader, sampleNotices } from './sample-notices.ts';

const { confirmation, reminder, preferences, goodbye } = sampleNotices;

describe.each(Object.entries(sampleNotices))('the %s mail', (name, mail) => {
  test('loads nothing: no image, no style sheet, no script, no tracking pixel', () => {
    expect(mail.html).not.toMatch(
      /<(img|link|script|iframe|object|video|audio|form)\b|url\(|@import|\ssrc=|background=/i,
    );
  });

  test('says that a machine wrote it, and leaves no address in its headers', () => {
    expect(mail.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en' });
    expect(mail.headers['Feedback-ID']).toMatch(/^notice:[\w-]+:en:jubilee$/);
    expect(Object.values(mail.headers).join('\n')).not.toContain('ministry.example');
  });

  test('contains only the settings that were asked for, and no sales talk', () => {
    expect(mail.text.includes('Following: China')).toBe(name === 'confirmation');
    expect(mail.text).not.toMatch(/!|sorry|miss you|newsletter/i);
  });
});

describe('a mail that asks to confirm', () => {
  test.each([confirmation, reminder])('says what the link does, for how long, and what doing nothing means', (mail) => {
    expect(mail.text).toContain('opens a page with one button; nothing happens until you press it');
    expect(mail.text).toContain('valid for 48 hours');
    expect(mail.text).toContain('If it was not you who asked, do nothing');
  });

  test('states the settings that were asked for as the digest will', () => {
    const wanted = preferencesWith({ pairs: ['CN-LS'], frequency: 'weekly', includeSevered: true });
    const reader = noticeReader('pending', 'confirm');
    const { text } = confirmationMail({ ...reader, subscriber: { ...reader.subscriber, preferences: wanted } });
    expect(text).toContain('· Following: China–Lesotho\n');
    expect(text).toContain('· Digest: every Monday at 08:00 (UTC)\n');
    expect(text).toContain('· Also relations that are broken off\n');
  });

  test('is shorter the second time and says that there is no third', () => {
    expect(reminder.text.length).toBeLessThan(confirmation.text.length);
    expect(reminder.text).toContain('This is the only reminder.');
  });
});

test('the mail with the link to the settings says for how long it is valid', () => {
  expect(preferences.text).toContain('valid for 24 hours');
});

test('the goodbye says until when it can be undone', () => {
  expect(goodbye.text).toContain('for 28 days, until 2 February 2024');
});

describe('one-click unsubscription', () => {
  test.each([
    ['a confirmation', confirmation],
    ['a reminder', reminder],
    ['a goodbye', goodbye],
    [
      'a link for somebody who has left',
      preferencesMail({ ...noticeReader('unsubscribed', 'preferences'), at: now() }),
    ],
  ])('is not offered by %s: there is no subscription', (_what, mail) => {
    expect(Object.keys(mail.headers).filter((name) => name.startsWith('List-'))).toEqual([]);
    expect(mail.text).not.toContain('Unsubscribe:');
  });

  test('is offered to a subscriber who asked for their settings', () => {
    const { unsubscribe } = noticeReader('active', 'preferences').links;
    expect(preferences.headers).toMatchObject({
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(preferences.text).toContain(`Unsubscribe: ${unsubscribe}`);
  });
});

describe('the Message-ID', () => {
  test('is that of the kind, the subscriber and the subscription version, however often the mail is composed', () => {
    expect(confirmation.headers['Message-ID']).toBe('<confirmation.subscriber-1.1@jubilee.example>');
    expect(reminder.headers['Message-ID']).toBe('<reminder.subscriber-1.1@jubilee.example>');
    expect(goodbye.headers['Message-ID']).toBe('<goodbye.subscriber-1.1.2024-02-02@jubilee.example>');
  });

  test('does not change with the link, which a retry signs afresh', () => {
    const again = confirmationMail(noticeReader('pending', 'confirm-again'));
    expect(again.headers).toEqual(confirmation.headers);
  });

  test('tells two requests for the settings apart, and a request from its retry', () => {
    const idAt = (at: string) =>
      preferencesMail({ ...noticeReader('active', 'preferences'), at: new Date(at) }).headers['Message-ID'];
    expect(idAt('2024-01-05T08:00:00Z')).toBe(preferences.headers['Message-ID']);
    expect(idAt('2024-01-05T08:00:01Z')).not.toBe(preferences.headers['Message-ID']);
  });
});

describe('whatever the subscriber, the links and the domain', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.constantFrom('\r\n', '\n', '\0', '\u202e', '\u2066', '\u0085', 'Bcc: x@evil.example', '>', '"', '<b>'))
      .map((parts) => parts.join('')),
  );
  const parts = fc.record({ id: hostile, url: hostile, domain: hostile });

  test('no header holds a control character', () => {
    const harmful = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
    fc.assert(
      fc.property(parts, (given) =>
        everyMail(given).every(
          ({ subject, headers }) => ![subject, ...Object.values(headers)].some((v) => harmful.test(v)),
        ),
      ),
    );
  });

  test('no header is added to the mail as it is sent, and nothing breaks out of the HTML', async () => {
    const expected = await Promise.all(Object.values(sampleNotices).map(headerNamesOf));
    const tags = Object.values(sampleNotices).map(tagsOf);
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const mails = everyMail(given);
        expect(await Promise.all(mails.map(headerNamesOf))).toEqual(expected);
        expect(mails.map(tagsOf)).toEqual(tags);
      }),
      { numRuns: 40 },
    );
  });
});

type Parts = { readonly id: string; readonly url: string; readonly domain: string };

function everyMail({ id, url, domain }: Parts): Mail[] {
  const reader = (status: NoticeReader['subscriber']['status']): NoticeReader => {
    const { links } = noticeReader(status, url);
    const subscriber = aSubscriber({ ...noticeReader(status, '').subscriber, id });
    return { subscriber, links: { ...links, unsubscribe: links.action }, domain };
  };
  return [
    confirmationMail(reader('pending')),
    reminderMail(reader('pending')),
    preferencesMail({ ...reader('active'), at: now() }),
    newAddressMail(reader('pending')),
    movedMail('moved', { ...reader('active'), at: now() }),
    movedMail('moved-back', { ...reader('active'), at: now() }),
    goodbyeMail({ ...reader('unsubscribed'), undoUntil: '2024-02-02' }),
  ];
}

async function headerNamesOf(mail: Mail): Promise<string[]> {
  const from = { name: 'Jubilee', address: 'alerts@jubilee.example' };
  const mime = writeMime({ from, to: 'desk@ministry.example', mail, date: now() });
  return (await PostalMime.parse(mime)).headers.map(({ key }) => key);
}

function tagsOf({ html }: Mail): string[] {
  return html.match(/<[\w/]+/g) ?? [];
}

function now(): Date {
  return new Date('2024-01-05T08:00:00Z');
}
