import type { PartialDate } from '../../domain/calendar-date.ts';
import type { Standing } from '../../domain/relation-event.ts';
import { candidateDates } from './date.ts';
import type { KindedAct } from './kind.ts';
import { datesAgree } from './partial-dates.ts';
import { rivals, supportOf } from './weigh.ts';

export type SupportedAct = KindedAct & { readonly standing: Standing };

/** Judges how well the date of an act is supported. */
export function judgeEvidence(act: KindedAct): SupportedAct {
  return { ...act, standing: standingOf(act) };
}

function standingOf({ date, witnesses, rulings }: KindedAct): Standing {
  const isRival = (other: PartialDate) => {
    const deciding = witnesses.filter(({ claim }) => !(date.startsWith(claim.date) && other.startsWith(claim.date)));
    return !datesAgree(other, date) && rivals(supportOf(other, deciding), supportOf(date, deciding));
  };
  if (rulings.some(({ verdict }) => verdict === 'disputed')) return 'disputed';
  if (!rulings.some(({ verdict }) => verdict === 'date') && candidateDates(witnesses).some(isRival)) return 'disputed';
  const voices = new Set(witnesses.filter(({ claim }) => claim.date === date).map(({ voice }) => voice));
  return voices.size > 1 ? 'agreed' : 'single-source';
}
