import type { StateCode } from './relation-event.ts';

/** The grades of sources, the weightiest first. */
export const grades = ['official', 'encyclopedia', 'press', 'weak'] as const;
export type Grade = (typeof grades)[number];

/** Where a claim comes from: a row of `data/sources.csv`. */
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
 * The state whose list in the encyclopedia this is.
 *
 * @example
 * stateOfList('enwiki-ls') // => 'LS'
 */
export function stateOfList(id: string): StateCode | undefined {
  return /^enwiki-([a-z]{2})$/.exec(id)?.[1]?.toUpperCase();
}

/** A source as the data keeps it. */
export type DatedSource = Source & {
  readonly licence: string;
  /** Which state of the source was read. */
  readonly retrieved: string;
  /** Key of the source that this one copies or is a weaker layer of; its own key when it stands for itself. */
  readonly origin: string;
};
