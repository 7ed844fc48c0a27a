import type { Circumstances, Doubt } from '../domain/relation-event.ts';
import { names as english } from './en/names.ts';
import { predecessorName } from './predecessor-names.ts';

/** The circumstances of an event by use, in English phrases that each language translates. */
export type NoteParts = {
  /** The actors, level and manner, which are part of the name of the act. */
  readonly qualifiers: string;
  /** Reasons to check the date, or the state of the relations, before acting on it. */
  readonly doubts: readonly string[];
  /** Other known circumstances. */
  readonly others: readonly string[];
};

const doubtPhrases = {
  queried: 'Wikipedia queries the date',
  'failing-verification': 'Wikipedia tags its source as failing verification',
  'source-wanted': 'Wikipedia asks for a better source',
  recognition: 'may be recognition date',
  'before-statehood': 'earlier than the statehood of a party',
  near: 'on or about this day',
  inferred: 'day inferred from dated post',
  report: 'date of the cited news report',
  doubtful: 'doubtful',
  approximate: 'approximate',
} as const satisfies Partial<Record<Doubt, string>>;

/** Doubts about the act rather than the date: no reason for a warning. */
const quietPhrases = {
  'by-then': 'by that date',
  announcement: 'announced',
  anniversary: 'implied by an anniversary',
  signing: 'date of signing',
  credentials: 'credentials presented',
  ambassador: 'ambassador accredited',
  letters: 'exchange of letters',
  'another-act': 'perhaps another act',
} as const satisfies Record<Exclude<Doubt, keyof typeof doubtPhrases>, string>;

const nameOfAct: readonly string[] = ['suspended', 'frozen', 'cancelled', 'interrupted'];

/**
 * @example
 * toNoteParts({ as: ['soviet-union'], tag: 'suspended', doubts: ['letters'] })
 * // => { qualifiers: 'as Soviet Union', doubts: ['listed as suspended'], others: ['exchange of letters'] }
 */
export function toNoteParts({ as = [], by, level, manner, doubts = [], tag, remark = '' }: Circumstances): NoteParts {
  const state = by && english.state(by);
  const isSuspendedBy = state !== undefined && manner === 'suspended';
  const parts = [
    as.length > 0 && `as ${as.map(predecessorName).join(' and ')}`,
    state !== undefined && `${isSuspendedBy ? 'suspended by' : 'by'} ${state}`,
    level,
    !isSuspendedBy && manner !== undefined && nameOfAct.includes(manner) && manner,
  ];
  return {
    qualifiers: parts.filter((part) => typeof part === 'string').join('; '),
    doubts: [...(tag ? [`listed as ${tag}`] : []), ...phrase(doubts, doubtPhrases)],
    others: [
      ...(manner !== undefined && !nameOfAct.includes(manner) ? [manner] : []),
      ...phrase(doubts, quietPhrases),
      ...remark.split('; ').filter((part) => part !== ''),
    ],
  };
}

function phrase(doubts: readonly Doubt[], phrases: Partial<Record<Doubt, string>>): string[] {
  return doubts.flatMap((doubt) => phrases[doubt] ?? []);
}
