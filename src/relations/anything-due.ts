import { isCorrectionDue } from '../domain/correction.ts';
import type { DigestPeriod } from '../domain/digest.ts';
import { milestonesDue } from '../domain/milestones-due.ts';
import { type DueFilter, filterOf, type Preferences } from '../domain/preferences.ts';
import { remember } from '../domain/remember.ts';
import type { FindDueFacts } from './due-facts.ts';

export type AnythingDue = ReturnType<typeof anythingDue>;

type Days = Pick<DigestPeriod, 'coverage' | 'changeSpan'>;

/** The most answers kept, which take less memory than a page of subscribers. */
const MAX_ANSWERS = 10_000;

/** Checks whether a digest would list any milestone or correction, once for all subscribers with the same filter. */
export function anythingDue(findFacts: FindDueFacts) {
  const isDue = remember(
    async ({ coverage, changeSpan, filter }: Days & { readonly filter: DueFilter }) => {
      const { timelines, changes = [] } = await findFacts({ coverage, changeSpan }, filter.leadTimes);
      return milestonesDue(timelines, coverage, filter).length > 0 || isCorrectionDue(changes, changeSpan, filter);
    },
    { most: MAX_ANSWERS },
  );
  return ({ coverage, changeSpan }: Days, preferences: Preferences): Promise<boolean> =>
    isDue({ coverage, changeSpan, filter: filterOf(preferences) });
}
