import { type Claim, interpretAct, interpretPair } from './claims.ts';
import { type Interpretation, type Reading, readTable } from './table.ts';

/** A work that an encyclopedia cites for claims, not read by us: a row of `data/citations.csv`. */
export type Citation = {
  readonly publisher: string;
  /** Empty when the citation has no address. */
  readonly url: string;
  /** Whether a government, ministry or embassy published it. */
  readonly isOfficial: boolean;
  readonly claims: readonly CitedClaim[];
  /** Keys of the lists that cite it for all their claims without a citation of their own. */
  readonly lists: readonly string[];
};

type CitedClaim = Pick<Claim, 'pair' | 'kind' | 'date' | 'source'>;

export const citationColumns = ['publisher', 'url', 'official', 'claims'] as const;

const BETWEEN_CLAIMS = ' | ';

export function readCitations(text: string): Reading<Citation> {
  return readTable(text, { file: 'citations.csv', columns: citationColumns, interpret });
}

function interpret(cells: readonly string[]): Interpretation<Citation> {
  const [publisher = '', url = '', official = '', claimsText = ''] = cells;
  const parts = claimsText.split(BETWEEN_CLAIMS);
  const lists = parts.filter((part) => !part.includes(' '));
  const claims = parts.filter((part) => part.includes(' ')).map(interpretClaim);
  const reasons = [
    ...(publisher === '' ? ['the publisher is empty: name the publisher, the site or the title'] : []),
    ...(url === '' || /^https?:\/\/\S+$/.test(url) ? [] : [`"${url}" is not a web address`]),
    ...(official === '' || official === 'yes' ? [] : [`official is "${official}": write yes or nothing`]),
    ...(claimsText === '' ? ['no claim rests on it: name one, or remove the row'] : []),
    ...claims.flatMap((claim) => ('reasons' in claim ? claim.reasons : [])),
  ];
  if (reasons.length > 0) return { reasons };
  const cited = claims.flatMap((claim) => ('value' in claim ? [claim.value] : []));
  return { value: { publisher, url, isOfficial: official === 'yes', claims: cited, lists } };
}

/** Parses the key columns of a claim: `CN-LS established 1983-04-30 enwiki-cn`. */
function interpretClaim(text: string): Interpretation<CitedClaim> {
  const [pairText = '', kind = '', date = '', source = ''] = text.split(' ');
  const pair = interpretPair(pairText);
  const act = interpretAct(`${kind} ${date}`);
  if ('value' in pair && 'value' in act) return { value: { pair: pair.value, ...act.value, source } };
  return { reasons: [pair, act].flatMap((read) => ('reasons' in read ? read.reasons : [])) };
}
