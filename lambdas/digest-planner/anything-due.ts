import { type Digest, digestOf } from '../../src/domain/digest.ts';
import type { Preferences } from '../../src/domain/subscriber.ts';
import type { TimelinesDue } from '../../src/relations/timelines-due.ts';

export type AnythingDue = ReturnType<typeof anythingDue>;

/** How many answers are remembered: less memory than a page of subscribers takes. */
const MAX_ANSWERS = 10_000;

/**
 * Tells whether a digest would have anything to say. Of a million subscribers most want the same as many others, so
 * each question is answered once in a run.
 */
export function anythingDue(timelinesDue: TimelinesDue) {
  const answers = new Map<string, boolean>();

  return async (covered: Pick<Digest, 'on' | 'coverage'>, preferences: Preferences): Promise<boolean> => {
    const { states, pairs, kinds, policy, leadTimes, leapDay, includeSevered } = preferences;
    const wishes = [covered.coverage, states, pairs, kinds, policy, leadTimes, leapDay, includeSevered];
    const question = JSON.stringify(wishes);
    const known = answers.get(question);
    if (known !== undefined) return known;
    const timelines = await timelinesDue(covered.coverage, leadTimes);
    const isDue = digestOf(covered, timelines, preferences).groups.length > 0;
    if (answers.size < MAX_ANSWERS) answers.set(question, isDue);
    return isDue;
  };
}
