import { yearOf } from '../../domain/calendar-date.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import { type Claim, formatAct, isAct } from '../files/claims.ts';
import type { Fault } from '../files/fault.ts';
import type { Located } from '../files/table.ts';
import { byPair } from './by-pair.ts';

const beginnings: readonly EventKind[] = ['established', 'recognised', 'consular', 'resumed'];

/**
 * Checks the chain rule: a break, upgrade or resumption needs another claim of its pair to a beginning in the same year or
 * before; a resumption may also follow a break. `unchained.csv` must list exactly the claims whose beginning is not on
 * file.
 */
export function faultsOfChain(claims: readonly Located<Claim>[], unchained: readonly Located<Claim>[]): Fault[] {
  const claimsByPair = byPair(claims.map(({ value }) => value));
  const follows = ({ value }: Located<Claim>) => hasBegun(value, claimsByPair.get(value.pair) ?? []);
  return [
    ...claims
      .filter((row) => !follows(row))
      .map((row) =>
        fault('claims.csv', row, 'the pair has no earlier beginning: add one, or move the line to unchained.csv'),
      ),
    ...unchained
      .filter(follows)
      .map((row) => fault('unchained.csv', row, 'its beginning is on file: move the line to claims.csv')),
  ];
}

function hasBegun(claim: Claim, ofPair: readonly Claim[]): boolean {
  if (!['severed', 'upgraded', 'resumed'].includes(claim.kind)) return true;
  return ofPair.some(
    (earlier) =>
      !isAct(earlier, claim) &&
      (beginnings.includes(earlier.kind) || (claim.kind === 'resumed' && earlier.kind === 'severed')) &&
      yearOf(earlier.date) <= yearOf(claim.date),
  );
}

function fault(file: string, { line, value }: Located<Claim>, reason: string): Fault {
  return { file, line, reason: `${value.pair} ${formatAct(value)}: ${reason}` };
}
