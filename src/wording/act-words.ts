import type { PartialDate } from '../domain/calendar-date.ts';
import type { ReleasedAct } from '../domain/change.ts';
import type { Catalogue } from './catalogue.ts';

/** An act of a data release with its days, by default its date alone; or that nothing is on file. */
export function actWords(
  act: ReleasedAct | undefined,
  { corrections, milestones }: Pick<Catalogue, 'corrections' | 'milestones'>,
  dates: readonly PartialDate[] = act ? [act.date] : [],
): string {
  return act === undefined ? corrections.nothing : milestones.event({ ...act, dates, note: '' });
}
