import type { StateCode } from '../../domain/relation-event.ts';
import { type DatedSource, stateOfList } from '../../domain/source.ts';

/** Who speaks: everything from Wikipedia is one voice, and so is everything from one government. */
export function voiceOf(key: string, source: DatedSource | undefined): string {
  if (/^[a-z]{2}wiki-/.test(key)) return 'wikipedia';
  if (source?.government) return `government of ${source.government}`;
  return source?.origin ?? key;
}

/** Whether the source is the dated list of one state in the encyclopedia. */
export function isList(key: string): boolean {
  return stateOfList(key) !== undefined;
}

/** The party for which a source speaks: its government, or its list in the encyclopedia. */
export function partyOf(key: string, source: DatedSource | undefined): StateCode | undefined {
  return stateOfList(key) ?? source?.government;
}
