import { type Grade, grades, type Source } from '../domain/source.ts';
import { type Interpretation, type Reading, readTable } from './table.ts';

/** A source as the data keeps it. */
export type DatedSource = Source & {
  readonly licence: string;
  /** Which state of the source was read. */
  readonly retrieved: string;
  /** Key of the source that this one copies or is a weaker layer of; its own key when it stands for itself. */
  readonly origin: string;
};

export const sourceColumns = [
  'source',
  'publisher',
  'title',
  'url',
  'grade',
  'licence',
  'retrieved',
  'origin',
] as const;

export function readSources(text: string, file = 'sources.csv'): Reading<DatedSource> {
  return readTable(text, { file, columns: sourceColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<DatedSource> {
  const [id = '', publisher = '', title = '', url = '', gradeText = '', licence = '', retrieved = '', origin = ''] =
    cells;
  const grade: Grade | undefined = grades.find((known) => known === gradeText);
  const reasons: string[] = [];
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    reasons.push(`the key "${id}" is not made of small letters, digits and hyphens`);
  if (grade === undefined) reasons.push(`unknown grade "${gradeText}": one of ${grades.join(', ')}`);
  if (grade === undefined || reasons.length > 0) return { reasons };
  return { value: { id, publisher, title, url, grade, licence, retrieved, origin: origin || id } };
}
