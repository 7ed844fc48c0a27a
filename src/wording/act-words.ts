import type { ReleasedAct } from '../domain/change.ts';
import type { Timeline } from '../domain/timeline.ts';
import type { Catalogue } from './catalogue.ts';
import { datesOf } from './date-words.ts';

/**
 * An act of a data release, or that nothing is on file. It has all its days while the timeline has it as that release left it;
 * of an act that has changed since, only the date is on file.
 */
export function actWords(
  act: ReleasedAct | undefined,
  { events }: Pick<Timeline, 'events'>,
  { corrections, milestones }: Pick<Catalogue, 'corrections' | 'milestones'>,
): string {
  if (act === undefined) return corrections.nothing;
  const isSame = ({ kind, date, evidence }: ReleasedAct) =>
    kind === act.kind && date === act.date && evidence === act.evidence;
  const present = events.find(isSame);
  return milestones.event({ ...act, dates: present ? datesOf(present) : [act.date], note: '' });
}
