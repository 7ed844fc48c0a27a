import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/domain/preferences.ts';
import type { RelationEvent } from '../../src/domain/relation-event.ts';
import { previewSentence } from '../../src/web/preview-words.ts';
import { toNoteParts } from '../../src/wording/note-parts.ts';
import { wordsIn } from '../../src/wording/pages.ts';
import { wordingIn } from '../../src/wording/wording.ts';
import { timelines } from '../data/real-dataset.ts';
import { states } from '../support/states.ts';

const src = join(import.meta.dirname, '../../src');

describe.each(languages)('in the language "%s"', (language) => {
  test('the preview fills every gap of its sentence, whatever the number', () => {
    const words = { messages: wordsIn(language).form.preview, state: (code: string) => code };
    const sentences = [0, 1, 2, 3, 11, 100].flatMap((digestsInNext12Months) => [
      previewSentence({ digestsInNext12Months, next: [] }, words),
      previewSentence({ digestsInNext12Months, next: [{ on: '2024-01-12', items: [item], more: 0, list: '' }] }, words),
    ]);
    expect(sentences.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([]);
  });

  test('every organisation is described on its page', () => {
    const described = Object.keys(wordsIn(language).reading.state.organisations);
    expect(described).toEqual(states.filter(({ kind }) => kind === 'organisation').map(({ code }) => code));
  });

  test('no message of the pages is empty', () => {
    expect(stringsIn(wordsIn(language)).filter((message) => message.trim() === '')).toEqual([]);
  });
});

const item = { pair: 'CN-LS', years: 30, title: '' };

test('French sets a space that does not break before ; : ! ? and inside guillemets', () => {
  const mails = filesIn(join(src, '../tests/golden/fr'), /\.txt$/).map((path) => readFileSync(path, 'utf8'));
  const said = [...stringsIn(wordsIn('fr')), ...stringsIn(wordingIn('fr')), ...mails];
  expect(said.flatMap((message) => message.match(/\S+ [;:!?»]|« \S+/g) ?? [])).toEqual([]);
});

test('Chinese sets no space between its characters and digits', () => {
  const said = [...stringsIn(wordsIn('zh')), ...stringsIn(wordingIn('zh'))];
  expect(said.filter((message) => /\p{Script=Han} [\dA-Za-z]|[\dA-Za-z] \p{Script=Han}/u.test(message))).toEqual([]);
});

test.each(languages.slice(1))(
  'nearly every circumstance of an act is translated into the language "%s", and the rest quoted',
  (language) => {
    const parts = timelines.flatMap(({ events }) => events.flatMap(partsOf));
    const quoted = parts.filter((part) => wordingIn(language).milestones.note(part).includes(`\u2066${part}\u2069`));
    expect(parts.length).toBeGreaterThan(2000);
    expect(quoted.length / parts.length).toBeLessThan(0.1);
  },
);

/** Remarks are for people only, in the editor's language: they are always quoted. */
function partsOf(event: RelationEvent): string[] {
  const { qualifiers, doubts, others } = toNoteParts({ ...event, remark: '' });
  return [...qualifiers.split('; '), ...doubts, ...others].filter((part) => part !== '');
}

describe('every message is used', () => {
  const read = (paths: readonly string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');
  const isCatalogue = (path: string) => /wording\/(?:\w\w\/|.*messages\.ts$|catalogue\.ts$)/.test(path);
  const files = [...filesIn(src, /\.tsx?$/), ...filesIn(join(src, '../lambdas'), /\.ts$/)];
  /** By code of any kind, or by another message of the same catalogue, where a message is only named as it is called. */
  const words = new Set([
    ...(read(files.filter((path) => !isCatalogue(path))).match(/(?<=[.{,(['"\s])[\w-]+/g) ?? []),
    ...(read(files.filter(isCatalogue)).match(/(?<=\.)\w+(?=\()/g) ?? []),
  ]);
  const unused = (messages: object) => keysIn(messages).filter((key) => !words.has(key.split('.').at(-1) ?? ''));

  test.each(languages)('in the language "%s"', (language) => {
    expect(unused(wordingIn(language))).toEqual([]);
    expect(unused(wordsIn(language))).toEqual([]);
  });

  test('and an unused one would be noticed, however deeply nested', () => {
    const { follow, ...others } = wordsIn('en');
    const planted = { ...others, follow: { ...follow, reset: { ...follow.reset, ofNoUse: 'Nobody says this' } } };
    expect(unused(planted)).toEqual(['follow.reset.ofNoUse']);
  });
});

/** The path of every message; the messages of a list have no names. */
function keysIn(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => {
    const own = `${path}${key}`;
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isGroup ? [own, ...keysIn(value, `${own}.`)] : [own];
  });
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function filesIn(folder: string, named: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .map((name) => join(folder, name));
}
