import type { EventKind } from '../../domain/relation-event.ts';
import type { DatedAct } from './date.ts';
import { firstDay } from './partial-dates.ts';
import { type ActGroup, haveSameParties, isBeginning } from './same-act.ts';
import { weigh } from './weigh.ts';

export type KindedAct = DatedAct & { readonly kind: EventKind };

/** Determines the kind of an act: by a ruling, or else by earlier acts and the kinds that sources give. */
export function nameAct(act: DatedAct): KindedAct {
  const ruled = act.rulings.find(({ verdict }) => verdict === 'date');
  return {
    ...act,
    kind: ruled?.act.kind ?? (isContinuation(act) ? kindOfContinuation(act.group) : kindOfBeginning(act)),
  };
}

/** Determines the kind after an earlier beginning or break: a resumption, or else an upgrade, if any source calls it that. */
function kindOfContinuation(group: ActGroup): EventKind {
  const kinds = group.map(({ kind }) => kind);
  return (['resumed', 'upgraded'] as const).find((kind) => kinds.includes(kind)) ?? firstKind(group);
}

/**
 * Determines the kind of a first act: a resumption if two sources call it that, as lists call everything "established";
 * otherwise the kind of the weightier sources, and a resumption if they are equal.
 */
function kindOfBeginning({ group, witnesses, setting }: DatedAct): EventKind {
  const calling = (kind: EventKind) => witnesses.filter(({ claim }) => claim.kind === kind);
  if (!group.some(({ kind }) => isBeginning(kind))) return firstKind(group);
  const [resumed, established] = [calling('resumed'), calling('established')];
  const origins = new Set(resumed.map(({ claim }) => setting.sources.get(claim.source)?.origin));
  return origins.size > 1 || weigh(resumed) >= weigh(established) ? 'resumed' : 'established';
}

function firstKind([first]: ActGroup): EventKind {
  return first?.kind ?? 'established';
}

function isContinuation({ group, date, setting }: DatedAct): boolean {
  return setting.statements.some(
    (earlier) =>
      !group.includes(earlier) &&
      (isBeginning(earlier.kind) || earlier.kind === 'severed') &&
      firstDay(earlier.date) < firstDay(date) &&
      haveSameParties(earlier.date, date, setting),
  );
}
