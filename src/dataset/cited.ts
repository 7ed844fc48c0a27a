import type { Cited, Pair, RelationEvent } from '../domain/relation-event.ts';
import type { Citation } from './files/citations.ts';
import { groupBy } from './resolving/by-pair.ts';

/**
 * Finds the encyclopedia's citations for the date of an event: for each of its sources those of the claim, or those of
 * the whole list if the claim has none. Governments come first; each work appears once.
 */
export function citedIn(citations: readonly Citation[]): (pair: Pair, event: RelationEvent) => Cited[] {
  const own = groupBy(
    citations.flatMap((citation) => citation.claims.map((claim) => ({ citation, ...claim }))),
    ({ pair, source }) => `${pair} ${source}`,
  );
  const ofList = groupBy(
    citations.flatMap((citation) => citation.lists.map((list) => ({ citation, list }))),
    ({ list }) => list,
  );
  return (pair, { date, sources }) => {
    const found = sources.flatMap((source): readonly { readonly citation: Citation }[] => {
      const ofClaim = own.get(`${pair} ${source}`)?.filter((claim) => date.startsWith(claim.date)) ?? [];
      return ofClaim.length > 0 ? ofClaim : (ofList.get(source) ?? []);
    });
    const works = new Set(found.map(({ citation }) => citation));
    return [...works]
      .sort((one, other) => Number(other.isOfficial) - Number(one.isOfficial))
      .map(({ publisher, url }) => ({ publisher, url }));
  };
}
