import { type Confidence, eras, pools } from '../../domain/confidence.ts';
import { evidences } from '../../domain/relation-event.ts';
import { splitRecords, writeTable } from './table.ts';

export const confidenceColumns = [
  'evidence',
  'era',
  'opposed',
  'compared',
  'held',
  'share',
  'low',
  'high',
  'pooled',
] as const;

/** The rows of `data/confidence.csv`. It is a generated file: an invalid row is an error. */
export function readConfidence(text: string): Confidence[] {
  const [, ...rows] = splitRecords(text).records;
  return rows.map(({ cells }) => {
    const [evidence = '', era = '', opposed = '', ...rest] = cells;
    const [compared = 0, held = 0, share = 0, low = 0, high = 0] = rest.map(Number);
    return {
      ...{ evidence: oneOf(evidences, evidence), era: oneOf(eras, era), opposed: opposed === 'yes' },
      ...{ compared, held, share, low, high, pooled: oneOf(pools, rest[5] ?? '') },
    };
  });
}

/** `data/confidence.csv` of what was measured. */
export function writeConfidence(measured: readonly Confidence[]): string {
  return writeTable(confidenceColumns, measured.map(confidenceCells));
}

export function confidenceCells({ evidence, era, opposed, compared, held, share, low, high, pooled }: Confidence) {
  return [evidence, era, opposed ? 'yes' : 'no', ...[compared, held, share, low, high].map(String), pooled];
}

function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((known) => known === text);
  if (word === undefined) throw new RangeError(`confidence.csv: "${text}" is not one of ${words.join(', ')}`);
  return word;
}
