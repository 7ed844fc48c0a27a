import type { Context } from 'hono';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import type { Dataset } from '../../src/relations/dataset-in-memory.ts';
import type { Frame } from '../../src/web/frame.ts';
import { oncePer } from './once-per.ts';

/** The size of the cache: at most 50 MB of the function's 1,769, as a character takes at most two bytes. */
const MAX_CHARACTERS = 25_000_000;

const textsFor = oncePer((_: Dataset) => new Map<string, string>());

/**
 * Caches slow texts per version of the dataset, evicting the least recently used. `keyParts` must contain everything else
 * on which the text depends.
 */
export function cacheText(dataset: Dataset, keyParts: object, make: () => string): string {
  const texts = textsFor(dataset);
  const key = JSON.stringify(keyParts);
  const text = texts.get(key) ?? make();
  texts.delete(key);
  texts.set(key, text);
  forgetOldest(texts);
  return text;
}

function forgetOldest(texts: Map<string, string>): void {
  let characters = 0;
  for (const [key, text] of texts) characters += key.length + text.length;
  for (const [key, text] of texts) {
    if (characters <= MAX_CHARACTERS) return;
    texts.delete(key);
    characters -= key.length + text.length;
  }
}

/** Caches a public page, which depends on its address, the reader's language, the data and the day. */
export function cachePage(
  c: Context,
  { dataset, frame, today }: { readonly dataset: Dataset; readonly frame: Frame; readonly today: CalendarDate },
  make: () => string,
): string {
  return cacheText(dataset, { page: c.req.path, frame, today }, make);
}
