import type { Evidence, StateCode } from '../../domain/relation-event.ts';
import { groupBy } from './by-pair.ts';
import type { KindedAct } from './kind.ts';
import { datesAgree } from './partial-dates.ts';
import { countVoices, type Witness } from './weigh.ts';

export type SupportedAct = KindedAct & { readonly evidence: Evidence };

/** Judges how well the date of an act is supported. */
export function judgeEvidence(act: KindedAct): SupportedAct {
  return { ...act, evidence: weighEvidence(act) };
}

function weighEvidence({ date, witnesses, rulings }: KindedAct): Evidence {
  if (rulings.some(({ verdict }) => verdict === 'disputed')) return 'disputed';
  const strong = witnesses.filter(({ isWeak }) => !isWeak);
  const giving = strong.filter(({ claim }) => claim.date === date);
  const against = rulings.some(({ verdict }) => verdict === 'date')
    ? []
    : strong.filter(({ claim }) => !datesAgree(claim.date, date));
  const governments = governmentsAmong(giving);
  if (governments.length > 0) return contradicts(governmentsAmong(against), governments) ? 'disputed' : 'official';
  const voices = countVoices(giving);
  if (voices > 0 && isRivalled(giving, against)) return 'disputed';
  if (voices > 1) return 'corroborated';
  const lists = new Set(giving.filter(({ isList }) => isList).map(({ claim }) => claim.source));
  return lists.size > 1 && against.length === 0 ? 'listed' : 'unconfirmed';
}

/** Checks whether a government that does not give this day gives another. */
function contradicts(others: readonly StateCode[], governments: readonly StateCode[]): boolean {
  return others.some((code) => !governments.includes(code));
}

/** Checks for another day of comparable weight: from as many independent voices or, within the encyclopedia, against a single list. */
function isRivalled(giving: readonly Witness[], against: readonly Witness[]): boolean {
  const voices = countVoices(giving);
  const rivals = groupBy(against, ({ claim }) => claim.date);
  const lists = giving.filter(({ isList }) => isList).length;
  return [...rivals.values()].some((speaking) => {
    if (isOneVoiceOnly(giving) && isOneVoiceOnly(speaking))
      return lists < 2 && greatestWeight(speaking) >= 0.75 * greatestWeight(giving);
    return countVoices(speaking) >= voices && greatestWeight(speaking) >= 0.75 * greatestWeight(giving);
  });
}

function isOneVoiceOnly(witnesses: readonly Witness[]): boolean {
  return witnesses.every(({ voice }) => voice === 'wikipedia');
}

function greatestWeight(witnesses: readonly Witness[]): number {
  return Math.max(...witnesses.map(({ weight }) => weight));
}

function governmentsAmong(witnesses: readonly Witness[]): StateCode[] {
  return [...new Set(witnesses.flatMap(({ government }) => government ?? []))];
}
