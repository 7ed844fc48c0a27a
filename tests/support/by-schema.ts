import fc from 'fast-check';
import { type OpenApi, resolved, type Schema } from '../../src/web/open-api.ts';

/** Values that a JSON schema of the document allows. */
export function bySchema(schema: Schema, document: OpenApi): fc.Arbitrary<unknown> {
  const {
    type,
    anyOf,
    enum: words,
    items,
    properties,
    required = [],
    minimum,
    maximum,
    format,
  } = resolved(schema, document);
  if (words !== undefined) return fc.constantFrom(...words);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((each) => bySchema(each, document)));
  if (type === 'integer') return fc.integer({ min: minimum ?? -10, max: Math.min(maximum ?? 2000, 100_000) });
  if (type === 'boolean') return fc.boolean();
  if (type === 'array') return fc.array(bySchema(items ?? {}, document), { minLength: 1, maxLength: 3 });
  if (format === 'date') return day;
  if (type !== 'object') return word;
  const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, bySchema(field, document)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** Days near and far, and some that there are not. */
const day = fc.oneof(
  fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map(dayIn),
  fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31'), noInvalidDate: true }).map(dayIn),
  fc.constantFrom('2023-02-29', '2024-01', ''),
);

/** What a string of the document may mean, and what it may not. */
const word = fc.oneof(
  fc.constantFrom(
    'CN',
    'ls',
    'CN-LS',
    'ls-cn',
    'SU',
    'XX',
    'events.csv',
    'dataset.json',
    'cn-embassy-ls',
    'mfa-cn-list',
  ),
  fc.constantFrom(
    'fives',
    '1,5,7',
    'Asia/Shanghai',
    'desk@ministry.example',
    '..',
    '%',
    '__proto__',
    '\u0000',
    '𝒜',
    '中',
  ),
  fc.string({ maxLength: 30 }),
);

function dayIn(date: Date): string {
  return date.toISOString().slice(0, 10);
}
