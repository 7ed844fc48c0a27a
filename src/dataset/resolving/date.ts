import { isDay, type PartialDate } from '../../domain/calendar-date.ts';
import { daysApart, firstDay } from './partial-dates.ts';
import { type WeighedAct, type Witness, weighSupport } from './weigh.ts';

export type DatedAct = WeighedAct & { readonly date: PartialDate };

/** The greatest distance (days) between two dates of one act that a night, a signature or a weekend explains. */
const DAYS_OF_ONE_OCCASION = 3;

/**
 * Dates an act: by a ruling, or else with the weightiest date. Ties go to the date with more witnesses (a finer form has
 * all those of a coarse date), then to the finer; for a break to the latest, as it is announced before it takes effect;
 * for other acts to the working day of two days at most three apart, then to the earlier.
 */
export function dateAct(act: WeighedAct): DatedAct {
  const ruled = act.rulings.find(({ verdict }) => verdict === 'date');
  return { ...act, date: ruled?.act.date ?? weightiestDate(act.witnesses) };
}

function weightiestDate(witnesses: readonly Witness[]): PartialDate {
  const isBreak = witnesses.every(({ claim }) => claim.kind === 'severed');
  const candidates = [...new Set(witnesses.map(({ claim }) => claim.date))];
  const weights = new Map(candidates.map((date) => [date, weighSupport(date, witnesses)]));
  const counts = new Map(candidates.map((date) => [date, countWitnesses(date, witnesses)]));
  const of = (map: ReadonlyMap<PartialDate, number>, date: PartialDate) => map.get(date) ?? 0;
  const [best] = candidates.sort(
    (one, other) =>
      Math.round(1000 * (of(weights, other) - of(weights, one))) ||
      of(counts, other) - of(counts, one) ||
      other.length - one.length ||
      (isBreak ? compareTexts(other, one) : compareUndecided(one, other)),
  );
  if (best === undefined) throw new Error('an act without claims has no date');
  return best;
}

/**
 * Orders two dates of one precision: a working day before a weekend if they are close, as acts are signed on working
 * days, otherwise the earlier first.
 */
function compareUndecided(one: PartialDate, other: PartialDate): number {
  if (isDay(one) && daysApart(one, other) <= DAYS_OF_ONE_OCCASION) {
    const [first, second] = [isOnWeekend(one), isOnWeekend(other)];
    if (first !== second) return first ? 1 : -1;
  }
  return compareTexts(one, other);
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function isOnWeekend(date: PartialDate): boolean {
  const weekday = (((firstDay(date) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function countWitnesses(date: PartialDate, witnesses: readonly Witness[]): number {
  return witnesses.filter(({ claim }) => date.startsWith(claim.date)).length;
}
