import type { Pair } from '../../domain/relation-event.ts';
import { interpretAct, interpretPair, type NamedAct } from './claims.ts';
import { type Interpretation, type Reading, readTable, words } from './table.ts';

/**
 * The verdict of a ruling on an act. `date`: its date and kind are right. `disputed`: no date can be preferred.
 * `same` and `apart`: it is, or is not, the same act as `other`.
 */
type Verdict =
  | { readonly verdict: 'date' | 'disputed' }
  | { readonly verdict: 'same' | 'apart'; readonly other: NamedAct };

/** A decision of the editors where the general rule lacks a fact: a row of `data/rulings.csv`. */
export type Ruling = Verdict & {
  readonly pair: Pair;
  /** Refers to all claims of the pair with this kind and date. */
  readonly act: NamedAct;
  readonly reason: string;
  /** Keys of `data/sources.csv` that support the decision. */
  readonly sources: readonly string[];
};

export const rulingColumns = ['pair', 'act', 'verdict', 'reason', 'sources'] as const;

export function readRulings(text: string, file = 'rulings.csv'): Reading<Ruling> {
  return readTable(text, { file, columns: rulingColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<Ruling> {
  const [pairText = '', actText = '', verdictText = '', reason = '', sources = ''] = cells;
  const pair = interpretPair(pairText);
  const act = interpretAct(actText);
  const verdict = interpretVerdict(verdictText);
  if ('value' in pair && 'value' in act && 'value' in verdict && reason !== '') {
    return {
      value: {
        pair: pair.value,
        act: act.value,
        ...verdict.value,
        reason,
        sources: words(sources),
      },
    };
  }
  return {
    reasons: [
      ...('reasons' in pair ? pair.reasons : []),
      ...('reasons' in act ? act.reasons : []),
      ...('reasons' in verdict ? verdict.reasons : []),
      ...(reason === '' ? ['a ruling says why it decides so: fill in the reason'] : []),
    ],
  };
}

function interpretVerdict(text: string): Interpretation<Verdict> {
  if (text === 'date' || text === 'disputed') return { value: { verdict: text } };
  const [, verdict, otherText = ''] = /^(same|apart) (.*)$/.exec(text) ?? [];
  if (verdict !== 'same' && verdict !== 'apart') {
    return { reasons: [`unknown verdict "${text}": date, disputed, same KIND DATE or apart KIND DATE`] };
  }
  const other = interpretAct(otherText);
  return 'reasons' in other ? other : { value: { verdict, other: other.value } };
}
