import type { PartialDate } from '../../domain/calendar-date.ts';
import { type Grade, grades } from '../../domain/source.ts';
import { type Claim, isAct } from '../files/claims.ts';
import type { Ruling } from '../files/rulings.ts';
import { datesAgree } from './partial-dates.ts';
import type { ActGroup, Setting, Sources } from './same-act.ts';

/** A claim as a witness to the date of an act. */
export type Witness = {
  readonly claim: Claim;
  /** Witnesses of one voice repeat one another: an article and its notes, a list and its copies. */
  readonly voice: string;
  readonly weight: number;
  /** How high the claim ranks when read at its weakest and at its strongest: they differ where the source says that it counts something else. */
  readonly rank: { readonly atLeast: number; readonly atMost: number };
};

/** What the witnesses of one date come to. */
export type Support = {
  readonly weight: number;
  readonly witnesses: number;
  /** Independent voices, today-in-history pages and the like not counted. */
  readonly voices: number;
  readonly atLeast: number;
  readonly atMost: number;
};

/**
 * One official source outweighs two agreeing lists; two agreeing lists outweigh anything of their grade that stands alone;
 * a report and an article's notes together outweigh one list; weak sources break ties.
 */
const weights = { official: 8, list: 3.5, encyclopedia: 2.5, press: 2.2, notes: 2, weak: 0.25 } as const;

/** The source doubts the date, or gives it by way of something else: it ranks lower. */
const doubted =
  /queries the date|may be|disputed|doubtful|perhaps|approximate|inferred|news report|announcement date|announced|by that date|press release|anniversary (letters|message)/;

/** The date may be right, but perhaps of another step than the entry into force (a signing, credentials, an envoy before independence), or badly sourced: it may rank lower. */
const qualified =
  /signed|signing|credentials|ambassador (accredited|only)|on or (about|shortly before)|exchange of letters|note on formation|earlier than the statehood|failing verification|asks for a (better )?source/;

/** What remains of the weight of a claim that its note, or its own source, speaks against. */
const RESERVED = 0.45;

/** The claims of one act, weighed; the heaviest first. */
export type WeighedAct = {
  readonly setting: Setting;
  readonly group: ActGroup;
  readonly witnesses: readonly Witness[];
  /** The rulings on this act. */
  readonly rulings: readonly Ruling[];
};

export function weighAct(group: ActGroup, setting: Setting): WeighedAct {
  const claims = group.flatMap((statement) => statement.claims);
  return {
    setting,
    group,
    witnesses: witnessesOf(claims, setting.sources).sort(
      (one, other) => other.weight - one.weight || (one.claim.source < other.claim.source ? -1 : 1),
    ),
    rulings: setting.rulings.filter((ruling) => group.some((statement) => isAct(ruling.act, statement))),
  };
}

function witnessesOf(claims: readonly Claim[], sources: Sources): Witness[] {
  return claims.map((claim) => {
    const isContradicted = claims.some(({ source, date }) => source === claim.source && !datesAgree(date, claim.date));
    const isDoubted = doubted.test(claim.note);
    const isReserved = isDoubted || qualified.test(claim.note);
    const rank = rankOf(sources.get(claim.source)?.grade ?? 'weak');
    return {
      claim,
      voice: sources.get(claim.source)?.origin ?? claim.source,
      weight: weightOf(claim, sources) * (isContradicted ? RESERVED : 1) * (isReserved ? RESERVED : 1),
      rank: { atLeast: isReserved ? rank - 1 : rank, atMost: isDoubted ? rank - 1 : rank },
    };
  });
}

/** What speaks for `date`: every witness that gives it or a coarser form of it. */
export function supportOf(date: PartialDate, witnesses: readonly Witness[]): Support {
  return weigh(witnesses.filter(({ claim }) => date.startsWith(claim.date)));
}

/** What witnesses come to together, one voice counted once. */
export function weigh(speaking: readonly Witness[]): Support {
  const byVoice = new Map<string, number>();
  for (const { voice, weight } of speaking) byVoice.set(voice, Math.max(weight, byVoice.get(voice) ?? 0));
  return {
    weight: [...byVoice.values()].reduce((sum, weight) => sum + weight, 0),
    witnesses: speaking.length,
    voices: new Set(speaking.filter(({ rank }) => rank.atMost > 0).map(({ voice }) => voice)).size,
    atLeast: Math.max(...speaking.map(({ rank }) => rank.atLeast)),
    atMost: Math.max(...speaking.map(({ rank }) => rank.atMost)),
  };
}

/**
 * Whether what speaks for another date is of comparable weight, so that a careful reader could not decide: a better source
 * than the date has at its weakest; or a source as good, and nearly the weight (quite the weight when it has fewer voices).
 */
export function rivals(other: Support, chosen: Support): boolean {
  const isAlike = other.atLeast === chosen.atLeast && other.atMost === chosen.atMost;
  if (!isAlike && other.atMost !== chosen.atLeast) return other.atMost > chosen.atLeast;
  return other.weight >= (other.voices >= chosen.voices ? 0.75 : 0.9) * chosen.weight;
}

function weightOf(claim: Claim, sources: Sources): number {
  const grade = sources.get(claim.source)?.grade ?? 'weak';
  if (grade !== 'encyclopedia') return weights[grade];
  if (isNotes(claim)) return weights.notes;
  return /^enwiki-[a-z]{2}$/.test(claim.source) ? weights.list : weights.encyclopedia;
}

function isNotes({ source }: Claim): boolean {
  return source.endsWith('-notes');
}

function rankOf(grade: Grade): number {
  return grades.length - 1 - grades.indexOf(grade);
}
