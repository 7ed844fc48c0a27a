import { formats } from './dates.ts';

/** Formats a list within a sentence, cut to the first `atMost`. */
export function listed(things: readonly string[], atMost = things.length): string {
  const left = things.length - atMost;
  return left > 0 ? `${things.slice(0, atMost).join('、')}等${things.length}项` : formats.and(things);
}
