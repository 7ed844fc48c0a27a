import { fold } from './fold.ts';

const MAX_WORDS = 12;
const MAX_LETTERS = 24;

const between = new Set(['and', 'with', 'vs', 'et', 'avec', 'y', 'e', 'con', 'и', 'с', 'و', 'مع', '和', '与', '同']);

/**
 * Lists the ways to read a text as two names, with or without a word between them.
 *
 * @example
 * splitInHalves('china and lesotho') // => [['china', 'lesotho'], ['china and', 'lesotho']]
 */
export function splitInHalves(text: string): [string, string][] {
  const words = fold(text).split(' ').slice(0, MAX_WORDS);
  const inWords = words.slice(1).map((_, at) => splitAt(words, at + 1));
  const [only = ''] = words;
  const inLetters = words.length === 1 && /^\p{Script=Han}+$/u.test(only) ? splits(only) : [];
  return [...inWords, ...inLetters];
}

function splitAt(words: readonly string[], at: number): [string, string] {
  const [first, ...rest] = words.slice(at);
  const isJoined = first !== undefined && between.has(first) && rest.length > 0;
  const second = isJoined ? rest : [first?.replace(/^و(?=\p{L}{3})/u, '') ?? '', ...rest];
  return [words.slice(0, at).join(' '), second.join(' ')];
}

/** Splits Chinese text, which has no space between names: 中国莱索托, 中国和莱索托. */
function splits(text: string): [string, string][] {
  return [...text]
    .slice(1, MAX_LETTERS)
    .map((_, at) => [text.slice(0, at + 1), text.slice(at + 1).replace(/^[和与同]/u, '')]);
}
