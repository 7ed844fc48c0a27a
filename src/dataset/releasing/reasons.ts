import type { Change } from '../../domain/change.ts';
import { daysGiven } from '../../domain/days-given.ts';
import type { RelationEvent } from '../../domain/relation-event.ts';
import type { DatedSource } from '../../domain/source.ts';
import { isAct } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { isList } from '../resolving/voice.ts';
import type { FoundChange } from './compare-releases.ts';

type Known = {
  readonly rulings: readonly Ruling[];
  readonly sources: ReadonlyMap<string, DatedSource>;
};

/** The most sources listed, weightiest first. */
const MAX_SOURCES = 3;

/** Explains why an act changed: by the ruling on it, or by its evidence. */
export function reasonFor(change: FoundChange, known: Known): Pick<Change, 'reason' | 'sources'> {
  const ruling = rulingOn(change, known.rulings);
  if (ruling !== undefined) return { reason: ruling.reason, sources: ruling.sources };
  const { event } = change;
  if (event === undefined) return { reason: 'No source on file gives it as an act of its own any more.', sources: [] };
  return { reason: byEvidence(event, known.sources), sources: event.sources.slice(0, MAX_SOURCES) };
}

function rulingOn({ pair, before, after }: FoundChange, rulings: readonly Ruling[]): Ruling | undefined {
  const isOn = (ruling: Ruling) =>
    [before, after].some((act) => act && (isAct(ruling.act, act) || ('other' in ruling && isAct(ruling.other, act))));
  return rulings.find((ruling) => ruling.pair === pair && isOn(ruling));
}

function byEvidence(event: RelationEvent, known: Known['sources']): string {
  const { evidence, sources, alternatives } = event;
  const [first = ''] = sources;
  const publisher = known.get(first)?.publisher ?? first;
  switch (evidence) {
    case 'official':
      return `${publisher} gives this date.`;
    case 'corroborated':
      return `Independent sources give this date, ${publisher} among them.`;
    case 'listed':
      return 'The lists of both parties give this date, and nothing on file speaks for another.';
    case 'disputed':
      return `Sources of comparable weight differ: ${daysAndWho(event, known)}. Where nothing else decides, a working day or the earlier one stands first.`;
    case 'unconfirmed':
      if (sources.filter(isList).length > 1)
        return 'The lists of both parties give this date, but another source on file gives another.';
      return alternatives.length === 0
        ? `The only source on file is ${publisher}.`
        : `${publisher} gives this date, which outweighs what others give.`;
  }
}

/** Lists the days of an event and a source for each: `1991-09-03 (Foreign relations of Latvia: dated list) or 1991-09-30 (…)`. */
function daysAndWho(event: RelationEvent, known: Known['sources']): string {
  const days = daysGiven(event).map(
    ({ date, sources: [first = ''] }) => `${date} (${known.get(first)?.title ?? first})`,
  );
  return days.join(' or ');
}
