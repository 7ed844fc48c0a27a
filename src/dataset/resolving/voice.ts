import type { StateCode } from '../../domain/relation-event.ts';
import { type DatedSource, stateOfList } from '../../domain/source.ts';

/** Returns the independent voice of a source: Wikipedia as a whole is one, and so is each government. */
export function voiceOf(key: string, source: DatedSource | undefined): string {
  if (/^[a-z]{2}wiki-/.test(key)) return 'wikipedia';
  if (source?.government) return `government of ${source.government}`;
  return source?.origin ?? key;
}

/** Checks whether the source is the encyclopedia's dated list of one state. */
export function isList(key: string): boolean {
  return stateOfList(key) !== undefined;
}

/** Returns the party for which a source speaks: its government, or its list in the encyclopedia. */
export function partyOf(key: string, source: DatedSource | undefined): StateCode | undefined {
  return stateOfList(key) ?? source?.government;
}
