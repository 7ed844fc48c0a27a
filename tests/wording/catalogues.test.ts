import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/subscriber.ts';
import { previewSentence } from '../../src/web/client/preview-words.ts';
import { pagesIn } from '../../src/wording/pages.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { timelines } from '../data/real-dataset.ts';

const src = join(import.meta.dirname, '../../src');

describe.each(languages)('in the language "%s"', (language) => {
  test('the preview fills every gap of its sentence, whatever the number', () => {
    const words = { messages: pagesIn(language).form.preview, state: (code: string) => code };
    const sentences = [0, 1, 2, 3, 11, 100].flatMap((digestsInNext12Months) => [
      previewSentence({ digestsInNext12Months, next: [] }, words),
      previewSentence({ digestsInNext12Months, next: [{ on: '2024-01-12', items: [item], more: 0 }] }, words),
    ]);
    expect(sentences.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([]);
  });

  test('no message of the pages is empty', () => {
    expect(stringsIn(pagesIn(language)).filter((message) => message.trim() === '')).toEqual([]);
  });
});

const item = { pair: 'CN-LS', years: 30, title: '' };

test('French sets a space that does not break before ; : ! ? and inside guillemets', () => {
  const mails = filesIn(join(src, '../tests/golden/fr'), /\.txt$/).map((path) => readFileSync(path, 'utf8'));
  const said = [...stringsIn(pagesIn('fr')), ...stringsIn(wordingIn('fr')), ...mails];
  expect(said.flatMap((message) => message.match(/\S+ [;:!?»]|« \S+/g) ?? [])).toEqual([]);
});

test('Chinese sets no space between its characters and digits', () => {
  const said = [...stringsIn(pagesIn('zh')), ...stringsIn(wordingIn('zh'))];
  expect(said.filter((message) => /\p{Script=Han} [\dA-Za-z]|[\dA-Za-z] \p{Script=Han}/u.test(message))).toEqual([]);
});

test.each(languages.slice(1))(
  'nearly every note of the data is told in the language "%s", and the rest quoted',
  (language) => {
    const parts = timelines.flatMap(({ events }) => events.flatMap(({ note }) => note.split('; ').filter(Boolean)));
    const quoted = parts.filter((part) => wordingIn(language).milestones.note(part).includes(`\u2066${part}\u2069`));
    expect(parts.length).toBeGreaterThan(2000);
    expect(quoted.length / parts.length).toBeLessThan(0.1);
  },
);

test('every message of the mails is used', () => {
  const code = filesIn(src, /\.tsx?$/).map((path) => readFileSync(path, 'utf8'));
  const { names, dates, milestones, digests } = wordingIn('en');
  const keys = [names, dates, milestones, digests, digests.footer].flatMap((group) => Object.keys(group));
  const isUsed = (key: string) => code.some((text) => new RegExp(`[.{,] ?${key}\\b`).test(text));
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  expect(isUsed('aMessageOfNoUse')).toBe(false);
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function filesIn(folder: string, named: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .map((name) => join(folder, name));
}
