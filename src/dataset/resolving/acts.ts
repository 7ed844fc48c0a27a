import type { Act, Claim } from '../files/claims.ts';
import { nameOf } from '../files/claims.ts';
import { areToldApart, distance, isSlip, mayBeOneAct, type Setting, type Statement } from './same-act.ts';

/** The statements that are about one act. */
export type Cluster = readonly Statement[];

/**
 * Which claims of a pair are about the same act. Every statement begins as an act of its own; then, the closest first,
 * two acts become one when each statement of the one may be about the same act as each of the other, or is a slip of one of them.
 * What a ruling parts stays apart; what it joins is joined in the end.
 */
export function actsOf(setting: Setting): Cluster[] {
  let clusters: Cluster[] = setting.statements.map((statement) => [statement]);
  for (let next = closestPair(clusters, setting); next; next = closestPair(clusters, setting)) {
    clusters = joined(clusters, ...next);
  }
  for (const ruling of setting.rulings) {
    if (ruling.verdict === 'same')
      clusters = joined(clusters, holding(clusters, ruling.act), holding(clusters, ruling.other));
  }
  return clusters;
}

/** The claims of a pair by kind and date, in the order of their names, so that the order of the files does not matter. */
export function statementsOf(claims: readonly Claim[]): Statement[] {
  const byName = new Map<string, Claim[]>();
  for (const claim of claims) byName.set(nameOf(claim), [...(byName.get(nameOf(claim)) ?? []), claim]);
  return [...byName.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first ? { kind: first.kind, date: first.date, claims: [first, ...others] } : [],
    );
}

function closestPair(clusters: readonly Cluster[], setting: Setting): [Cluster, Cluster] | undefined {
  let closest: [Cluster, Cluster] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of clusters.entries()) {
    for (const other of clusters.slice(index + 1)) {
      const apart = Math.min(...one.flatMap((a) => other.map((b) => distance(a, b))));
      if (apart < least && mayJoin(one, other, setting)) {
        least = apart;
        closest = [one, other];
      }
    }
  }
  return closest;
}

/** A statement that is a slip of another may be where the other may be. */
function mayJoin(one: Cluster, other: Cluster, setting: Setting): boolean {
  const mayBe = (a: Statement, b: Statement) => mayBeOneAct(a, b, setting);
  const meant = (statement: Statement) => [...one, ...other].filter((original) => isSlip(statement, original));
  return one.every((a) =>
    other.every((b) => {
      if (areToldApart(a, b) || areRuledApart(a, b, setting)) return false;
      return isSlip(a, b) || mayBe(a, b) || meant(a).some((c) => mayBe(c, b)) || meant(b).some((c) => mayBe(a, c));
    }),
  );
}

function areRuledApart(one: Statement, other: Statement, { rulings }: Setting): boolean {
  return rulings.some(
    (ruling) =>
      ruling.verdict === 'apart' &&
      ((isAct(ruling.act, one) && isAct(ruling.other, other)) ||
        (isAct(ruling.act, other) && isAct(ruling.other, one))),
  );
}

function joined(clusters: readonly Cluster[], one: Cluster, other: Cluster): Cluster[] {
  if (one === other) return [...clusters];
  return [...clusters.filter((cluster) => cluster !== one && cluster !== other), [...one, ...other]];
}

function holding(clusters: readonly Cluster[], act: Act): Cluster {
  return clusters.find((cluster) => cluster.some((statement) => isAct(act, statement))) ?? [];
}

export function isAct(one: Act, other: Act): boolean {
  return one.kind === other.kind && one.date === other.date;
}
