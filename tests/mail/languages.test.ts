import { describe, expect, test } from 'vitest';
import { writeMime } from '../../src/adapters/ses/mime.ts';
import { type Language, languages } from '../../src/domain/preferences.ts';
import { digestMail, type Mail } from '../../src/mail/digest-mail.ts';
import { MAX_MAIL_BYTES } from '../../src/mail/mail-size.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { preferencesWith } from '../support/builders.ts';
import { states } from '../support/states.ts';
import { aDigestOf } from './digests-of-many.ts';
import { linesOfHtml, linesOfText, linksOfHtml, linksOfText } from './parts-of-mail.ts';
import { readerWith, type SampleName, sampleMail, sampleSources, samples } from './sample-digests.ts';
import { noticesIn } from './sample-notices.ts';

const digestNames = Object.keys(samples).filter((name): name is SampleName => name in samples);

describe.each(languages)('in the language "%s"', (language) => {
  describe.each(mailsIn(language))('the mail "%s"', (name, mail) => {
    // HTML in one language of each direction: in the others the markup is the same, and the text states the same facts.
    test('is the approved mail', async () => {
      await expect(`${mail.subject}\n\n${mail.text}`).toMatchFileSnapshot(`../golden/${language}/${name}.txt`);
      if (language !== 'en' && language !== 'ar') return;
      await expect(mail.html).toMatchFileSnapshot(`../golden/${language}/${name}.html`);
    });

    test('states the same facts in both parts', () => {
      const { copyAddress } = wordingIn(language).notices;
      const links = linksOfText(mail.text);
      const html = linesOfHtml(mail.html).filter((line) => line !== copyAddress && !links.includes(line));
      const text = linesOfText(mail.text);
      expect(html.map(asWritten).sort()).toEqual(text.map(asWritten).sort());
      expect([...new Set(linksOfHtml(mail.html))]).toEqual([...new Set(links)]);
    });

    test('says its language and direction on its root, on its contents and in its style', () => {
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      expect(mail.html).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(mail.html).toContain(`<main lang="${language}" dir="${direction}">`);
      expect(mail.html).toContain(`direction:${direction};text-align:${direction === 'rtl' ? 'right' : 'left'}`);
      expect(mail.headers['Content-Language']).toBe(language);
    });

    test('closes every bidi isolate that it opens, and has none in left-to-right text', () => {
      expect(isolationsLeftOpen(mail.text)).toBe(0);
      expect(mail.html.split('<bdi').length).toBe(mail.html.split('</bdi>').length);
      expect(mail.html).not.toMatch(/[\u2066-\u2069]/);
      if (language !== 'ar') expect(mail.text).not.toMatch(/[\u2066-\u2069]/);
    });

    test('leaves no English', () => {
      if (language !== 'en') expect(englishIn(mail, language)).toEqual([]);
    });
  });

  test.each(['plain', 'long', 'wide'] as const)('a digest of 500 %s items weighs at most 90 kB', async (manner) => {
    const mail = digestMail(aDigestOf(500, manner), readerWith(preferencesWith({ language })));
    const mime = writeMime({
      from: { name: 'Jubilee', address: 'alerts@jubilee.example' },
      to: 'desk@ministry.example',
      mail,
      date: new Date('2024-09-26'),
    });
    expect(mime.length).toBeLessThanOrEqual(MAX_MAIL_BYTES);
    expect(mail.html.split('<h3').length).toBeGreaterThan(5);
  });
});

test('leftover English would be noticed', () => {
  const [[, mail] = ['', undefined]] = mailsIn('en');
  for (const language of languages.slice(1)) expect(mail && englishIn(mail, language)).not.toEqual([]);
});

function mailsIn(language: Language): [name: string, mail: Mail][] {
  return [
    ...digestNames.map((name): [string, Mail] => [name, sampleIn(language, name)]),
    ...Object.entries(noticesIn(language)).map(([name, mail]): [string, Mail] => [`notice-${name}`, mail]),
  ];
}

function sampleIn(language: Language, name: SampleName): Mail {
  return sampleMail({ ...samples[name], preferences: { ...samples[name].preferences, language } });
}

/** Words that a language shares with English: its own spelling happens to be the same. */
const shared: Readonly<Partial<Record<Language, string>>> = {
  fr: 'relations source sources date dates affaires chargé article articles page web wikipedia confirmation',
  es: 'persia web wikipedia',
};

/** What stays as it is in every language: names of sources and their titles, zones, the licence, our own name, addresses. */
const names = [
  ...[...sampleSources.values()].flatMap(({ publisher, title }) => [title, publisher]),
  'Jubilee',
  'CC BY-SA 4.0',
  'Asia/Shanghai',
  'UTC',
];

const englishWords = new Set(mailsIn('en').flatMap(([, mail]) => wordsOf(mail)));

/** The words of a mail that only English has: in a script of its own any Latin word, else what the English mails say as well. */
function englishIn(mail: Mail, language: Language): string[] {
  const words = wordsOf(mail);
  if (!['fr', 'es'].includes(language)) return words.filter((word) => /[a-z]/.test(word));
  const { state } = wordingIn(language).names;
  const stateNames = states.map(({ code }) => state(code)).join(' ');
  const own = new Set(lettersOf(`${shared[language]} ${stateNames}`));
  return words.filter((word) => englishWords.has(word) && !own.has(word));
}

function wordsOf({ subject, text }: Mail): string[] {
  const told = names.reduce((rest, name) => rest.replaceAll(name, ' '), `${subject}\n${text}`);
  return lettersOf(told.replace(/https?:\S+/g, ' '));
}

function lettersOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

function isolationsLeftOpen(text: string): number {
  return (text.match(/[\u2066-\u2068]/g) ?? []).length - (text.match(/\u2069/g) ?? []).length;
}

/** A colon before an address and the capital of a date on a line of its own are matters of setting. */
function asWritten(line: string): string {
  return line.replace(/\s?[:：]$/, '').toLowerCase();
}
