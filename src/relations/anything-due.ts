import type { Span } from '../domain/milestone.ts';
import { milestonesDue } from '../domain/milestones-due.ts';
import { type DueFilter, filterOf, type Preferences } from '../domain/preferences.ts';
import { remember } from '../domain/remember.ts';
import type { TimelinesDue } from './timelines-due.ts';

export type AnythingDue = ReturnType<typeof anythingDue>;

/** Takes less memory than a page of subscribers. */
const MAX_ANSWERS = 10_000;

/** Tells whether a digest would list any milestone: looked up once for all subscribers with the same filter. */
export function anythingDue(timelinesDue: TimelinesDue) {
  const isDue = remember(
    async ({ coverage, filter }: { readonly coverage: Span; readonly filter: DueFilter }) => {
      const timelines = await timelinesDue(coverage, filter.leadTimes);
      return milestonesDue(timelines, coverage, filter).length > 0;
    },
    { most: MAX_ANSWERS },
  );
  return (coverage: Span, preferences: Preferences): Promise<boolean> =>
    isDue({ coverage, filter: filterOf(preferences) });
}
