import { type Confidence, eras, pools } from '../../domain/confidence.ts';
import { evidences } from '../../domain/relation-event.ts';
import { knownWord, splitRecords, writeTable } from './table.ts';

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

/** Reads `data/confidence.csv`. Throws on an invalid row, as the file is generated. */
export function readConfidence(text: string): Confidence[] {
  const [, ...rows] = splitRecords(text).records;
  return rows.map(({ cells }) => {
    const [evidence = '', era = '', opposed = '', ...rest] = cells;
    const [compared = 0, held = 0, share = 0, low = 0, high = 0] = rest.map(Number);
    return {
      ...{
        evidence: knownWord(evidences, evidence, 'confidence.csv'),
        era: knownWord(eras, era, 'confidence.csv'),
        opposed: opposed === 'yes',
      },
      ...{ compared, held, share, low, high, pooled: knownWord(pools, rest[5] ?? '', 'confidence.csv') },
    };
  });
}

/** Writes `data/confidence.csv`. */
export function writeConfidence(measured: readonly Confidence[]): string {
  return writeTable(confidenceColumns, measured.map(confidenceCells));
}

export function confidenceCells({ evidence, era, opposed, compared, held, share, low, high, pooled }: Confidence) {
  return [evidence, era, opposed ? 'yes' : 'no', ...[compared, held, share, low, high].map(String), pooled];
}
