import { type Claim, formatAct, isAct, type NamedAct } from '../files/claims.ts';
import {
  type ActGroup,
  areToldApart,
  distance,
  isSlip,
  mayBeOneAct,
  type Setting,
  type Statement,
} from './same-act.ts';

/**
 * Groups the claims of a pair by act. Each statement starts as its own group; then, closest first, two groups merge if
 * every statement of one may be about the same act as every statement of the other, or is a slip of one of them. Rulings
 * keep groups apart, or merge them at the end.
 */
export function groupByAct(setting: Setting): ActGroup[] {
  let groups: ActGroup[] = setting.statements.map((statement) => [statement]);
  for (let next = closestPair(groups, setting); next; next = closestPair(groups, setting)) {
    groups = merge(groups, ...next);
  }
  for (const ruling of setting.rulings) {
    if (ruling.verdict === 'same') groups = merge(groups, find(groups, ruling.act), find(groups, ruling.other));
  }
  return groups;
}

/** Collects the claims of a pair by kind and date, sorted by name so that the order of the files does not matter. */
export function groupIntoStatements(claims: readonly Claim[]): Statement[] {
  const byName = new Map<string, Claim[]>();
  for (const claim of claims) byName.set(formatAct(claim), [...(byName.get(formatAct(claim)) ?? []), claim]);
  return [...byName.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...others]]) =>
      first ? { kind: first.kind, date: first.date, claims: [first, ...others] } : [],
    );
}

function closestPair(groups: readonly ActGroup[], setting: Setting): [ActGroup, ActGroup] | undefined {
  let closest: [ActGroup, ActGroup] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, one] of groups.entries()) {
    for (const other of groups.slice(index + 1)) {
      const apart = Math.min(...one.flatMap((a) => other.map((b) => distance(a, b))));
      if (apart < least && mayMerge(one, other, setting)) {
        least = apart;
        closest = [one, other];
      }
    }
  }
  return closest;
}

/** Checks whether two groups may merge. A slip may go wherever its intended date may. */
function mayMerge(one: ActGroup, other: ActGroup, setting: Setting): boolean {
  const mayBe = (a: Statement, b: Statement) => mayBeOneAct(a, b, setting);
  const meant = (statement: Statement) => [...one, ...other].filter((original) => isSlip(statement, original));
  return one.every((a) =>
    other.every((b) => {
      if (areToldApart(a, b, setting) || areRuledApart(a, b, setting)) return false;
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

function merge(groups: readonly ActGroup[], one: ActGroup, other: ActGroup): ActGroup[] {
  if (one === other) return [...groups];
  return [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
}

function find(groups: readonly ActGroup[], act: NamedAct): ActGroup {
  return groups.find((group) => group.some((statement) => isAct(act, statement))) ?? [];
}
