import type { ReleasedAct } from '../domain/change.ts';
import { findUnchanged } from '../domain/change-history.ts';
import type { Timeline } from '../domain/timeline.ts';
import type { Catalogue } from './catalogue.ts';
import { datesOf } from './date-words.ts';

/**
 * Describes an act of a data release, or says that there is none: with all its days while the act is unchanged, otherwise
 * with its date alone, as no more is on file.
 */
export function actWords(
  act: ReleasedAct | undefined,
  timeline: Pick<Timeline, 'events'>,
  { corrections, milestones }: Pick<Catalogue, 'corrections' | 'milestones'>,
): string {
  if (act === undefined) return corrections.nothing;
  const present = findUnchanged(act, timeline);
  return milestones.event({ ...act, dates: present ? datesOf(present) : [act.date], note: '' });
}
