import { type DatedSource, type Grade, grades } from '../../domain/source.ts';
import { type Interpretation, type Reading, readTable, writeTable } from './table.ts';

export const sourceColumns = [
  'source',
  'publisher',
  'title',
  'url',
  'grade',
  'licence',
  'retrieved',
  'origin',
  'government',
] as const;

export function readSources(text: string, file = 'sources.csv'): Reading<DatedSource> {
  return readTable(text, { file, columns: sourceColumns, interpret });
}

/** Writes `data/sources.csv`. */
export function writeSources(sources: readonly DatedSource[]): string {
  const rows = sources.map(({ id, publisher, title, url, grade, licence, retrieved, origin, government }) => [
    ...[id, publisher, title, url, grade, licence, retrieved],
    origin === id ? '' : origin,
    government ?? '',
  ]);
  return writeTable(sourceColumns, rows);
}

function interpret(cells: readonly string[]): Interpretation<DatedSource> {
  const [id = '', publisher = '', title = '', url = '', gradeText = '', licence = '', retrieved = ''] = cells;
  const [origin = '', government = ''] = cells.slice(7);
  const grade: Grade | undefined = grades.find((known) => known === gradeText);
  const reasons: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    reasons.push(`the key "${id}" must consist of lower-case letters, digits and hyphens`);
  if (grade === undefined) reasons.push(`unknown grade "${gradeText}": one of ${grades.join(', ')}`);
  if (government !== '' && (!/^[A-Z]{2}$/.test(government) || grade !== 'official'))
    reasons.push(
      `government is "${government}": write the code of the state whose government speaks, in official sources only`,
    );
  if (grade === undefined || reasons.length > 0) return { reasons };
  return {
    value: {
      ...{ id, publisher, title, url, grade, licence, retrieved, origin: origin || id },
      ...(government !== '' && { government }),
    },
  };
}
