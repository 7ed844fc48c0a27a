import { type DatasetFile, readDataset } from '../../src/dataset/read-dataset.ts';
import { resolve } from '../../src/dataset/resolving/resolve.ts';
import type { Pair } from '../../src/domain/relation-event.ts';

/** Lines of the files, without their headers; every default is a dataset without faults. */
export type Lines = {
  [File in
    | 'claims'
    | 'unchained'
    | 'sources'
    | 'states'
    | 'rulings'
    | 'predecessors'
    | 'status'
    | 'citations'
    | 'searched'
    | 'changes'
    | 'weekends']?: readonly string[];
};

const states = ['CN', 'CZ', 'LS', 'MK', 'PE'].map(
  (code) => `${code},,,,,,,,,,,un_member,${code === 'CZ' ? '1993-01-01' : ''}`,
);

const sources = [
  'agency,,,,press,,,,',
  'agency-copy,,,,press,,,agency,',
  'enwiki-cn,,,,encyclopedia,,,,',
  'enwiki-cn-notes,,,,encyclopedia,,,enwiki-cn,',
  'enwiki-ls,,,,encyclopedia,,,,',
  'enwiki-ls-notes,,,,encyclopedia,,,enwiki-ls,',
  'forum,,,,weak,,,,',
  'ministry,,,,official,,,,CN',
  'ministry-ls,,,,official,,,,LS',
  'ministry-copy,,,,official,,,ministry,CN',
  'ministry-fr,,,,official,,,,FR',
  'ministry-yearbook,,,,official,,,,CN',
  'weekly,,,,press,,,,',
  'zhwiki-pair-cn-ls,,,,encyclopedia,,,,',
];

const header = {
  claims: 'pair,kind,date,source,as,by,level,manner,doubt,tag,remark',
  sources: 'source,publisher,title,url,grade,licence,retrieved,origin,government',
  states:
    'code,name_en,official_name_en,since,until,predecessors,un_member_since,capital,time_zone,region,subregion,kind,successions',
  rulings: 'pair,act,verdict,reason,sources',
  predecessors: 'state,key,name,from,until,continued,partners,reason,source',
  status: 'pair,status,since,reason,source',
  citations: 'publisher,url,official,claims',
  searched: 'pair,act,day,languages',
  changes: 'release,pair,before,after,what,reason,sources',
  weekends: 'state,days,publisher,title,url,read',
};

/** The texts of a small dataset: line 2 of each file is the first of its lines. */
export function textsOf(lines: Lines): Readonly<Record<DatasetFile, string>> {
  const text = (head: string, rows: readonly string[]) => [head, ...rows, ''].join('\n');
  return {
    'claims.csv': text(header.claims, lines.claims ?? []),
    'unchained.csv': text(header.claims, lines.unchained ?? []),
    'sources.csv': text(header.sources, lines.sources ?? sources),
    'states.csv': text(header.states, lines.states ?? states),
    'rulings.csv': text(header.rulings, lines.rulings ?? []),
    'predecessors.csv': text(header.predecessors, lines.predecessors ?? []),
    'status.csv': text(header.status, lines.status ?? []),
    'citations.csv': text(header.citations, lines.citations ?? []),
    'searched.csv': text(header.searched, lines.searched ?? []),
    'changes.csv': text(header.changes, lines.changes ?? []),
    'weekends.csv': text(header.weekends, lines.weekends ?? []),
  };
}

/** The cells that a claim leaves out at its end. */
const padding = ',,,,,,,';

/** Resolves the claims of one pair, with one line per event, without coarser forms of its date: `established 1983-04-30 official (or recognised 1983)`. */
export function resolveClaims(pair: Pair, claims: readonly string[], rulings: readonly string[] = []): string[] {
  const texts = textsOf({
    claims: claims.map((claim) => `${pair},${claim}${padding.slice(claim.split(',').length - 3)}`),
    rulings: rulings.map((ruling) => `${pair},${ruling},why,`),
  });
  return resolve(readDataset((file) => texts[file], '2024-01-12').dataset).flatMap(({ events }) =>
    events.map(({ kind, date, evidence, alternatives }) => {
      const rivals = alternatives.filter((other) => other.kind !== kind || !date.startsWith(other.date));
      const others = rivals.map((other) => `${other.kind} ${other.date}`).join(', ');
      return `${kind} ${date} ${evidence}${others && ` (or ${others})`}`;
    }),
  );
}
