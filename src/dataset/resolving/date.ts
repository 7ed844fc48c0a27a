import type { PartialDate } from '../../domain/calendar-date.ts';
import { supportOf, type WeighedAct, type Witness } from './weigh.ts';

export type DatedAct = WeighedAct & { readonly date: PartialDate };

/**
 * Dates an act: by a ruling, or else with the date of the greatest weight; among equals with the one of more witnesses, then
 * the finer, then the later, since announcements and signings come before the entry into force.
 */
export function dateAct(act: WeighedAct): DatedAct {
  const ruled = act.rulings.find(({ verdict }) => verdict === 'date');
  return { ...act, date: ruled?.act.date ?? weightiestDate(act.witnesses) };
}

function weightiestDate(witnesses: readonly Witness[]): PartialDate {
  const [best] = candidateDates(witnesses).sort(
    (one, other) =>
      supportOf(other, witnesses).weight - supportOf(one, witnesses).weight ||
      supportOf(other, witnesses).witnesses - supportOf(one, witnesses).witnesses ||
      other.length - one.length ||
      (one < other ? 1 : -1),
  );
  if (best === undefined) throw new Error('an act without claims has no date');
  return best;
}

/** Lists the dates to choose from: a coarse date is no candidate beside a finer form of it. */
export function candidateDates(witnesses: readonly Witness[]): PartialDate[] {
  const dates = [...new Set(witnesses.map(({ claim }) => claim.date))];
  return dates.filter((date) => !dates.some((other) => other !== date && other.startsWith(date)));
}
