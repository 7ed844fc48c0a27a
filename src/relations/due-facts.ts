import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import type { AppliedChange } from '../domain/correction.ts';
import { type DayKey, dayKeysDue } from '../domain/day-key.ts';
import type { DigestPeriod, DueFacts } from '../domain/digest.ts';
import type { Span } from '../domain/milestone.ts';
import { remember } from '../domain/remember.ts';

export type FindDueFacts = ReturnType<typeof dueFacts>;

/** The days that a digest covers. */
type Days = Pick<DigestPeriod, 'coverage'> & { readonly changeSpan?: Span | undefined };

/** The most answers kept; subscribers use few sets of lead times. */
const MAX_ANSWERS = 1_000;
/** The number of day keys: each day and month of a leap year, and one for events known by year. */
const MAX_DAYS = 366 + 12 + 1;

/**
 * Finds the input of a digest: the timelines of the days to which its lead times point, and the data changes applied in
 * its days. Use one for a single run only: it never reads a day again.
 */
export function dueFacts(relations: Pick<RelationsTable, 'onDays' | 'changesIn'>) {
  const onDay = remember((key: DayKey) => relations.onDays([key]), { most: MAX_DAYS });
  const changesIn = remember((span: Span) => relations.changesIn(span), { most: MAX_ANSWERS });
  const timelinesIn = remember(
    async ({ coverage, leadTimes }: Pick<Days, 'coverage'> & { readonly leadTimes: readonly number[] }) => {
      const timelines = await Promise.all(dayKeysDue(coverage, leadTimes).map(onDay));
      return [...new Map(timelines.flat().map((timeline) => [timeline.pair, timeline])).values()];
    },
    { most: MAX_ANSWERS },
  );

  return async ({ coverage, changeSpan }: Days, leadTimes: readonly number[]): Promise<DueFacts> => {
    const [timelines, changes] = await Promise.all([
      timelinesIn({ coverage, leadTimes }),
      changeSpan ? changesIn(changeSpan) : noChanges,
    ]);
    return { timelines, changes };
  };
}

const noChanges: readonly AppliedChange[] = [];
