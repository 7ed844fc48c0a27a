import { type Row, splitRecords } from '../../src/dataset/files/table.ts';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/**
 * Splits the CSV or text file of a spreadsheet into rows, without blank ones. Accepts any line end, and the delimiter that
 * a first line such as `sep=;` declares or that is most frequent in the header.
 */
export function splitSheet(text: string): ReturnType<typeof splitRecords> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const declared = declaredDelimiter(plain);
  const { records, error } = splitRecords(plain, declared ?? mostIn(findHeader(plain)));
  const rows = (declared ? records.slice(1) : records).filter(hasText);
  return error ? { records: rows, error } : { records: rows };
}

function declaredDelimiter(text: string): Delimiter | undefined {
  const [, sign] = /^"?sep=(.)"?[,;\t|]*\n/i.exec(text) ?? [];
  return delimiters.find((delimiter) => delimiter === sign);
}

function findHeader(text: string): string {
  return text.split('\n').find((line) => line.trim() !== '') ?? '';
}

function mostIn(header: string): Delimiter {
  const unquoted = header.replace(/"[^"]*"/g, '');
  const counted = delimiters.map((delimiter) => ({ delimiter, count: unquoted.split(delimiter).length }));
  return counted.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}

function hasText({ cells }: Row): boolean {
  return cells.some((cell) => cell.trim() !== '');
}
