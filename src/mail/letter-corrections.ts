import type { Correction } from '../domain/correction.ts';
import type { Preferences } from '../domain/preferences.ts';
import { actWords } from '../wording/act-words.ts';
import type { Catalogue } from '../wording/catalogue.ts';
import { observedWords, type Sources } from '../wording/date-words.ts';
import { flagOf } from '../wording/flag.ts';
import { type MilestoneWords, type SourceWords, sourceWords } from '../wording/milestone-words.ts';
import type { Link } from './link.ts';

/** The section of a letter on corrected dates. */
export type LetterCorrections = {
  readonly title: string;
  readonly items: readonly LetterCorrection[];
  /** The link to corrections that did not fit. */
  readonly more: Link | undefined;
};

/** A correction, in self-contained lines. */
export type LetterCorrection = Pick<MilestoneWords, 'parties'> & {
  readonly page: Link;
  readonly before: string;
  readonly now: string;
  /** The affected anniversary and its date. */
  readonly milestone: readonly string[];
  readonly why: string | undefined;
  readonly sources: readonly SourceWords[];
};

type Reading = {
  readonly preferences: Preferences;
  readonly sources: Sources;
  readonly site: string;
  readonly wording: Catalogue;
};

/** The most corrections in a letter: few beside milestones, which take precedence; many if nothing else is due. */
const MAX_BESIDE_MILESTONES = 12;
const MAX_ALONE = 60;

/** Returns how many corrections a letter of `atMost` items shows. */
export function correctionsShown(corrections: readonly Correction[], milestones: number, atMost: number): number {
  return Math.min(corrections.length, atMost, milestones === 0 ? MAX_ALONE : MAX_BESIDE_MILESTONES);
}

/** Builds the section with the first `shown` corrections; `undefined` if there are none. */
export function correctionWords(
  corrections: readonly Correction[],
  shown: number,
  reading: Reading,
): LetterCorrections | undefined {
  if (corrections.length === 0) return undefined;
  const { site, preferences, wording } = reading;
  const left = corrections.length - shown;
  const url = `${site}/changes?lang=${preferences.language}`;
  return {
    title: wording.corrections.title,
    items: corrections.slice(0, shown).map((correction) => itemWords(correction, reading)),
    more: left === 0 ? undefined : { text: wording.corrections.more(left), url },
  };
}

function itemWords(correction: Correction, reading: Reading): LetterCorrection {
  const { change, timeline } = correction;
  const { preferences, sources, site, wording } = reading;
  const { names, labelled, corrections } = wording;
  return {
    parties: names
      .orderParties(timeline.pair, preferences.states)
      .map((code) => ({ name: names.state(code), flag: flagOf(code) })),
    page: {
      text: wording.digests.links.page,
      url: `${site}/relations/${timeline.pair}?lang=${preferences.language}`,
    },
    before: labelled(corrections.labels.before, actWords(change.before, timeline, wording)),
    now: labelled(corrections.labels.now, actWords(change.after, timeline, wording)),
    milestone: milestoneLines(correction, reading),
    why: whyWords(correction, reading),
    sources: sourceWords(change.sources, sources),
  };
}

function milestoneLines({ milestone }: Correction, { preferences, sources, wording }: Reading): string[] {
  if (milestone === undefined) return [];
  const { event, years } = milestone;
  const title = wording.milestones.title({ kind: event.kind, years, note: '' });
  return [title, observedWords(milestone, { ...preferences, sources }, wording)];
}

/** Gives the reason: the editors' own in English, the evidence in other languages. */
function whyWords({ change }: Correction, { preferences, wording }: Reading): string | undefined {
  const { corrections, milestones, labelled } = wording;
  if (preferences.language === 'en') return labelled(corrections.labels.why, change.reason);
  return change.after && labelled(corrections.labels.why, milestones.evidence[change.after.evidence]);
}
