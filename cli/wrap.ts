/** Characters that take two columns of a terminal (Unicode Standard Annex 11), and marks that take none. */
const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
const withoutWidth = /[\p{M}\p{Cf}]/u;

/**
 * Returns the number of terminal columns that a text takes.
 *
 * @example
 * displayWidth('China') // => 5
 * displayWidth('中国') // => 4
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

function signWidth(sign: string): number {
  if (withoutWidth.test(sign)) return 0;
  return wide.test(sign) ? 2 : 1;
}

/**
 * Wraps a text to a number of columns: between words, and within a word that is longer than a line.
 *
 * @example
 * wrap('mfa-cn-list, enwiki-cn', 12) // => ['mfa-cn-list,', 'enwiki-cn']
 */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((each) => breakWord(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): string[] {
  const pieces = [''];
  for (const sign of word) {
    const piece = `${pieces.at(-1)}${sign}`;
    if (displayWidth(piece) <= width) pieces[pieces.length - 1] = piece;
    else pieces.push(sign);
  }
  return pieces;
}
