import type { PartialDate } from '../../domain/calendar-date.ts';
import { partiesOf, type StateCode } from '../../domain/relation-event.ts';
import type { DatedSource } from '../../domain/source.ts';
import { type Claim, isAct } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { groupBy } from './by-pair.ts';
import { datesAgree } from './partial-dates.ts';
import { type ActGroup, isAutomaticSuccession, isBeforeStatehood, type Setting } from './same-act.ts';
import { isList, voiceOf } from './voice.ts';

/** A claim as a witness to the date of an act. */
export type Witness = {
  readonly claim: Claim;
  /** The independent voice; witnesses of one voice repeat one another, such as the lists and articles of an encyclopedia. */
  readonly voice: string;
  readonly weight: number;
  readonly isWeak: boolean;
  /** Whether it is a party's list in the encyclopedia. */
  readonly isList: boolean;
  /** The party whose government gives the date, at first hand and without doubts. */
  readonly government?: StateCode;
};

/** The weighed claims of one act, weightiest first. */
export type WeighedAct = {
  readonly setting: Setting;
  readonly group: ActGroup;
  readonly witnesses: readonly Witness[];
  /** The rulings on this act. */
  readonly rulings: readonly Ruling[];
};

/**
 * The weights of sources. A party's government outweighs all others. The lists of both parties together outweigh one
 * report, even with a note; two independent reports outweigh them, as one encyclopedia is one voice. Weak sources break
 * ties.
 */
const weights = { government: 20, official: 3.2, list: 3, article: 2.5, press: 2.2, notes: 2, weak: 0.25 } as const;

/** The share of a second list that adds to the first: the lists of both parties are one voice, but two readings. */
const SECOND_LIST = 0.43;

/** The factor on the weight of a claim that is doubted, or that its own source contradicts. */
const RESERVED = 0.45;

export function weighAct(group: ActGroup, setting: Setting): WeighedAct {
  const claims = group.flatMap((statement) => statement.claims);
  return {
    setting,
    group,
    witnesses: claims
      .map((claim) => witness(claim, claims, setting))
      .sort((one, other) => other.weight - one.weight || (one.claim.source < other.claim.source ? -1 : 1)),
    rulings: setting.rulings.filter((ruling) => group.some((statement) => isAct(ruling.act, statement))),
  };
}

function witness(claim: Claim, claims: readonly Claim[], setting: Setting): Witness {
  const source = setting.sources.get(claim.source);
  const isContradicted = claims.some((other) => other.source === claim.source && !datesAgree(other.date, claim.date));
  const isDoubted =
    claim.doubts !== undefined || isBeforeStatehood(claim, setting) || isAutomaticSuccession(claim, claims, setting);
  const party = partiesOf(claim.pair).find((code) => code === source?.government);
  const isGovernment = party !== undefined && !isDoubted;
  const full = isGovernment ? weights.government : weightOf(source);
  return {
    claim,
    voice: voiceOf(claim.source, source),
    weight: full * (isContradicted ? RESERVED : 1) * (isDoubted ? RESERVED : 1),
    isWeak: (source?.grade ?? 'weak') === 'weak',
    isList: isList(claim.source),
    ...(isGovernment && { government: party }),
  };
}

/** Weighs the witnesses for `date`: all that give it or a coarser form of it. */
export function weighSupport(date: PartialDate, witnesses: readonly Witness[]): number {
  return weigh(witnesses.filter(({ claim }) => date.startsWith(claim.date)));
}

/** Sums the weight of witnesses, given weightiest first; one voice counts once. */
export function weigh(speaking: readonly Witness[]): number {
  const byVoice = groupBy(speaking, ({ voice }) => voice);
  return [...byVoice.values()].reduce((sum, ofVoice) => sum + weightOfVoice(ofVoice), 0);
}

/** Counts the independent voices among witnesses. */
export function countVoices(speaking: readonly Witness[]): number {
  return new Set(speaking.map(({ voice }) => voice)).size;
}

function weightOfVoice(witnesses: readonly Witness[]): number {
  const [first = 0, second = 0] = witnesses.filter((each) => each.isList).map(({ weight }) => weight);
  return Math.max(first + SECOND_LIST * second, ...witnesses.map(({ weight }) => weight));
}

function weightOf(source: DatedSource | undefined): number {
  if (source === undefined) return weights.weak;
  if (source.grade !== 'encyclopedia') return weights[source.grade];
  if (source.id.endsWith('-notes')) return weights.notes;
  return isList(source.id) ? weights.list : weights.article;
}
