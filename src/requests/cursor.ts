import * as z from 'zod';
import { parsePartialDate } from '../domain/calendar-date.ts';
import type { SortKey } from '../domain/milestones-due.ts';
import { eventKinds, pairOf } from '../domain/relation-event.ts';

/**
 * Encodes the sort key of the last anniversary returned as an opaque cursor. Unlike an offset, it is not shifted by
 * additions and removals elsewhere.
 */
export function writeCursor({ date, years, timeline, event }: SortKey): string {
  return Buffer.from([date, years, timeline.pair, event.kind, event.date].join(' ')).toString('base64url');
}

/** The schema of a cursor by `writeCursor`. */
export const cursor = z
  .string()
  .max(100)
  .transform((word, context) => {
    const place = readCursor(word);
    if (place === undefined) context.addIssue('is not a cursor that an answer gave');
    return place ?? z.NEVER;
  });

function readCursor(word: string): SortKey | undefined {
  const text = Buffer.from(word, 'base64url').toString();
  const [, dateText = '', years = '', one = '', other = '', kindText = '', originText = ''] =
    /^([\d-]+) (\d{1,4}) ([A-Z]{2})-([A-Z]{2}) (\w+) ([\d-]+)$/.exec(text) ?? [];
  const [date, origin] = [parsePartialDate(dateText), parsePartialDate(originText)];
  const kind = eventKinds.find((known) => known === kindText);
  if (date === undefined || kind === undefined || origin === undefined) return undefined;
  return { date, years: Number(years), timeline: { pair: pairOf(one, other) }, event: { kind, date: origin } };
}
