const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * Isolates a name or identifier within a sentence, so that it keeps its own direction and does not affect its surroundings
 * (Unicode Bidirectional Algorithm, UAX #9, explicit directional isolates).
 */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}

/** Marks English words in a sentence of another language: left to right, and tagged as English where the format can. */
export function leftInEnglish(text: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;
}

/** A run of a message with one sort of markup. */
export type Run = { readonly text: string; readonly is: 'plain' | 'isolated' | 'english' };

/**
 * Splits a message into runs, for a format with its own markup.
 *
 * @example
 * splitRuns('Zone \u2068Asia/Kabul\u2069') // => [{ text: 'Zone ', is: 'plain' }, { text: 'Asia/Kabul', is: 'isolated' }]
 */
export function splitRuns(message: string): Run[] {
  return message
    .split(/([\u2066\u2068][^\u2066-\u2069]*\u2069)/)
    .filter((text) => text !== '')
    .map((text) => {
      if (!text.endsWith(POP_ISOLATE)) return { text, is: 'plain' };
      return { text: text.slice(1, -1), is: text.startsWith(LEFT_TO_RIGHT_ISOLATE) ? 'english' : 'isolated' };
    });
}

/** Isolates a name, unless the text has isolated names already. */
export function isolatedName(text: string): string {
  return text.includes(FIRST_STRONG_ISOLATE) ? text : isolated(text);
}

/** Removes the marks, which left-to-right text does not need. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
