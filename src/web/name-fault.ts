import type { StateCode } from '../domain/relation-event.ts';
import type { TypedName } from '../finding/typed-names.ts';
import type { NamingMessages } from '../wording/form-messages.ts';
import { shorten } from './shorten.ts';

type Saying = {
  readonly words: NamingMessages;
  readonly state: (code: StateCode) => string;
  /** Whether the other name of the pair means the same state. */
  readonly isSame?: boolean;
};

/** Describes the fault of a typed name; `undefined` without a fault. */
export function nameFault({ text, code, mayMean }: TypedName, { words, state, isSame }: Saying): string | undefined {
  if (text === '') return words.missing;
  if (code !== undefined) return isSame ? words.same : undefined;
  return mayMean.length === 0 ? words.unknown(shorten(text)) : words.which(shorten(text), mayMean.map(state));
}
