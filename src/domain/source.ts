import type { StateCode } from './relation-event.ts';

/** The grades of sources, the weightiest first. */
export const grades = ['official', 'encyclopedia', 'press', 'weak'] as const;
export type Grade = (typeof grades)[number];

/** The origin of a claim: a row of `data/sources.csv`. */
export type Source = {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  /** Empty when the address is not known. */
  readonly url: string;
  readonly grade: Grade;
  /** The state whose government speaks. */
  readonly government?: StateCode;
};

/**
 * Returns the state of an encyclopedia list by its source id.
 *
 * @example
 * stateOfList('enwiki-ls') // => 'LS'
 */
export function stateOfList(id: string): StateCode | undefined {
  return /^enwiki-([a-z]{2})$/.exec(id)?.[1]?.toUpperCase();
}

/** A source with its licence, version and origin. */
export type DatedSource = Source & {
  readonly licence: string;
  /** The version or date of the source that was read. */
  readonly retrieved: string;
  /** Key of the source that this one copies or derives from; its own key if independent. */
  readonly origin: string;
};
