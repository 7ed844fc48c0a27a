import { once } from 'node:events';
import type { Writable } from 'node:stream';

const CHARACTERS_AT_ONCE = 65_536;

/** Streams text, with back-pressure from its reader. */
export async function print(pieces: Iterable<string>, to: Writable = process.stdout): Promise<void> {
  let waiting = '';
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHARACTERS_AT_ONCE) continue;
    if (!to.write(waiting)) await once(to, 'drain');
    waiting = '';
  }
  to.write(waiting);
}

/** Streams a list in the format of `JSON.stringify`, value by value. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  let before = '[\n';
  for (const value of values) {
    yield `${before}${JSON.stringify(value, null, 2).replace(/^/gm, '  ')}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
