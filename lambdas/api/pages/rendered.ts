import type { Context } from 'hono';
import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import type { Frame } from '../../../src/web/page.tsx';

/** At most 50 MB, of the 1,769 that the function has: a character takes two bytes at most. */
const MAX_CHARACTERS = 25_000_000;

const kept = new WeakMap<Dataset, Map<string, string>>();

/**
 * A text that is slow to make, made once for each version of the dataset: those that were asked for last are kept.
 * `wish` is all that it depends on beside the data.
 */
export function rendered(dataset: Dataset, wish: object, make: () => string): string {
  const texts = kept.get(dataset) ?? new Map<string, string>();
  kept.set(dataset, texts);
  const key = JSON.stringify(wish);
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

/** A page for anybody: it depends on its address, the reader's language, the data and the day. */
export function renderedPage(
  c: Context,
  { dataset, frame, today }: { readonly dataset: Dataset; readonly frame: Frame; readonly today: CalendarDate },
  make: () => string,
): string {
  return rendered(dataset, { page: c.req.path, frame, today }, make);
}
