import type { DatasetTexts } from '../../src/dataset/read-dataset.ts';

/** Lines of the five files, without their headers; every default is a dataset without faults. */
export type Lines = { [File in 'claims' | 'unchained' | 'sources' | 'states' | 'rulings']?: readonly string[] };

const states = ['CN', 'CZ', 'LS', 'MK', 'PE'].map(
  (code) => `${code},,,,,,,,,,,un_member,${code === 'CZ' ? '1993-01-01' : ''}`,
);

const sources = [
  'agency,,,,press,,,',
  'enwiki-cn,,,,encyclopedia,,,',
  'enwiki-cn-notes,,,,encyclopedia,,,enwiki-cn',
  'enwiki-ls,,,,encyclopedia,,,',
  'enwiki-ls-notes,,,,encyclopedia,,,enwiki-ls',
  'forum,,,,weak,,,',
  'ministry,,,,official,,,',
  'ministry-copy,,,,official,,,ministry',
];

const header = {
  claims: 'pair,kind,date,source,note',
  sources: 'source,publisher,title,url,grade,licence,retrieved,origin',
  states:
    'code,name_en,official_name_en,since,until,predecessors,un_member_since,capital,time_zone,region,subregion,kind,successions',
  rulings: 'pair,act,verdict,reason,sources',
};

/** The texts of a small dataset: line 2 of each file is the first of its lines. */
export function textsOf(lines: Lines): DatasetTexts {
  const text = (head: string, rows: readonly string[]) => [head, ...rows, ''].join('\n');
  return {
    'claims.csv': text(header.claims, lines.claims ?? []),
    'unchained.csv': text(header.claims, lines.unchained ?? []),
    'sources.csv': text(header.sources, lines.sources ?? sources),
    'states.csv': text(header.states, lines.states ?? states),
    'rulings.csv': text(header.rulings, lines.rulings ?? []),
  };
}
