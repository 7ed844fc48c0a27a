const FIRST_STRONG_ISOLATE = '\u2068';
const LEFT_TO_RIGHT_ISOLATE = '\u2066';
const POP_ISOLATE = '\u2069';

/**
 * A name or an identifier of another script inside a sentence: it keeps its own direction and turns nothing round it
 * (Unicode Bidirectional Algorithm, UAX #9, explicit directional isolates).
 */
export function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}

/** Words that stay English in a sentence of another language: from left to right, and marked as English where a form can say so. */
export function leftInEnglish(text: string): string {
  return `${LEFT_TO_RIGHT_ISOLATE}${text}${POP_ISOLATE}`;
}

/** A stretch of a message that is set in one way. */
export type Run = { readonly text: string; readonly is: 'plain' | 'isolated' | 'english' };

/**
 * A message as what it is made of, for a form that has marks of its own.
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

/** A name that keeps its own direction; a message whose names are isolated already keeps that of the text round it. */
export function isolatedName(text: string): string {
  return text.includes(FIRST_STRONG_ISOLATE) ? text : isolated(text);
}

/** For left-to-right text, which needs no marks. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
