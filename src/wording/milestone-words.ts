import { firstDayOf, precisionOf } from '../domain/calendar-date.ts';
import { isUncertain } from '../domain/days-given.ts';
import type { LeapDayRule, Milestone } from '../domain/milestone.ts';
import { otherCounts } from '../domain/other-counts.ts';
import type { Language } from '../domain/preferences.ts';
import type { Alternative, RelationEvent } from '../domain/relation-event.ts';
import { grades } from '../domain/source.ts';
import { isBrokenOffOn, statusSinceOn } from '../domain/timeline.ts';
import type { Catalogue, Citation } from './catalogue.ts';
import { datesOf, type Following, observedWords, type Sources, whenWords } from './date-words.ts';
import { flagOf } from './flag.ts';
import { toNoteParts } from './note-parts.ts';
import { wordingIn } from './wording.ts';

/** A milestone in words, which mails, feeds and pages lay out in their own way. */
export type MilestoneWords = {
  readonly parties: readonly { readonly name: string; readonly flag: string }[];
  readonly pair: string;
  readonly years: number;
  readonly title: string;
  /** Every day on which it may fall. */
  readonly observed: string;
  /** Whether the date is disputed or unconfirmed: then a heading alone must not give it. */
  readonly isUncertain: boolean;
  readonly timeline: readonly { readonly text: string; readonly isThis: boolean }[];
  readonly otherCounts: readonly string[];
  /** Cautions to read before acting on the date. */
  readonly cautions: readonly string[];
  /** Further remarks on the date. */
  readonly remarks: readonly string[];
  readonly sources: readonly SourceWords[];
};

/** A publisher; `url` is empty if no web address is known. */
export type SourceWords = { readonly publisher: string; readonly url: string };

export type { Sources } from './date-words.ts';

type Reading = Following & { readonly language: Language };

/** Describes a milestone. Lazy: computes each part when it is read, as lists of hundreds show only a few parts. */
export function milestoneWords(milestone: Milestone, reading: Reading): MilestoneWords {
  const { language, leapDay, sources, states } = reading;
  const wording = wordingIn(language);
  const { timeline, event, years } = milestone;
  return {
    parties: wording.names
      .orderParties(timeline.pair, states)
      .map((code) => ({ name: wording.names.state(code), flag: flagOf(code) })),
    get pair() {
      return wording.names.pair(timeline.pair, states);
    },
    years,
    title: wording.milestones.title({ kind: event.kind, years, note: toNoteParts(event).qualifiers }),
    observed: observedWords(milestone, reading, wording),
    isUncertain: isUncertain(event),
    get timeline() {
      return timelineWords(milestone, wording);
    },
    otherCounts: otherCountWords(milestone, leapDay, wording),
    cautions: [
      ...statusWords(milestone, wording),
      ...toNoteParts(event).doubts.map(wording.milestones.note),
      ...disputeWords(event, sources, wording),
    ],
    get remarks() {
      return [
        ...leapDayWords(milestone, wording),
        ...supportWords(event, wording),
        ...standingWords(event, sources, wording),
        ...toNoteParts(event).others.map(wording.milestones.note),
      ];
    },
    get sources() {
      return citingWords(event, sources, wording);
    },
  };
}

/** A milestone in brief, for a calendar. `more` does not repeat the title. */
export type EntryWords = { readonly title: string; readonly category: string; readonly more: readonly string[] };

export function entryWords(milestone: Milestone, reading: Reading): EntryWords {
  const { language, leapDay } = reading;
  const wording = wordingIn(language);
  const { event } = milestone;
  const { qualifiers, doubts } = toNoteParts(event);
  return {
    title: entryTitle(milestone, reading),
    category: wording.calendars.category[event.kind],
    more: [
      ...[qualifiers, ...doubts].filter((note) => note !== '').map(wording.milestones.note),
      ...otherCountWords(milestone, leapDay, wording),
      ...statusWords(milestone, wording),
      ...(isUncertain(event) ? [observedWords(milestone, reading, wording)] : []),
      ...leapDayWords(milestone, wording),
    ],
  };
}

/** Describes a milestone in one line, with all its days if uncertain. */
export function entryTitle(milestone: Milestone, reading: Pick<Reading, 'language' | 'leapDay'>): string {
  const wording = wordingIn(reading.language);
  const { timeline, event, years } = milestone;
  const title = wording.calendars.entry({ kind: event.kind, years, pair: timeline.pair });
  if (!isUncertain(event)) return title;
  return wording.dates.choice([{ text: title, by: whenWords(milestone, reading, wording) }]);
}

/** Lists the publishers of sources once each, weightiest first; weak ones only if there is no better. A source that is not on file appears by its key. */
export function sourceWords(ids: readonly string[], sources: Sources): SourceWords[] {
  const known = ids.map((id) => sources.get(id) ?? { publisher: id, url: '', grade: 'weak' as const });
  const weightiestFirst = known.sort((one, other) => grades.indexOf(one.grade) - grades.indexOf(other.grade));
  const reputable = weightiestFirst.filter(({ grade }) => grade !== 'weak');
  const urls = new Map<string, string>();
  for (const { publisher, url } of reputable.length > 0 ? reputable : weightiestFirst) {
    if (!urls.get(publisher)) urls.set(publisher, /^https?:\/\//.test(url) ? url : '');
  }
  return [...urls].map(([publisher, url]) => ({ publisher, url }));
}

function timelineWords({ timeline, event }: Milestone, { milestones }: Catalogue): MilestoneWords['timeline'] {
  const events = timeline.events.map((each) => {
    const isThis = each === event;
    const note = isThis ? '' : toNoteParts(each).qualifiers;
    return { text: milestones.event({ ...each, dates: datesOf(each), note }), isThis };
  });
  if (timeline.ended === undefined) return events;
  return [...events, { text: milestones.partyEnded(timeline.ended), isThis: false }];
}

function otherCountWords(milestone: Milestone, leapDay: LeapDayRule, { milestones }: Catalogue): string[] {
  const hasBegunAgain = milestone.event.kind === 'resumed' || milestone.event.kind === 'established';
  const first = milestone.timeline.events.find(({ kind, isDiscontinued }) => kind === 'established' && !isDiscontinued);
  return otherCounts(milestone, leapDay).map((count) => {
    const isFirst = hasBegunAgain && count.kind === 'established' && count.origin === first?.date;
    const days = count.days ?? [count];
    return milestones.otherCount({
      ...{ kind: count.kind, years: count.years, isFirst },
      origins: days.map(({ origin }) => origin),
      dates: days.map(({ date }) => date),
    });
  });
}

function statusWords({ timeline, event, date }: Milestone, { milestones }: Catalogue): string[] {
  const day = firstDayOf(date);
  if (event.kind === 'severed' || !isBrokenOffOn(timeline, day)) return [];
  const { ended } = timeline;
  if (ended !== undefined && firstDayOf(ended) <= day) return [milestones.ended(ended)];
  const { status, since } = statusSinceOn(timeline, day);
  if (status === 'none') return [milestones.withoutRelations];
  return [status === 'suspended' ? milestones.suspended(since) : milestones.brokenOff(since)];
}

function disputeWords(event: RelationEvent, sources: Sources, wording: Catalogue): string[] {
  const { givenBy } = wording.milestones;
  const datings = rivalsOf(event).length === 0 ? [] : [event, ...rivalsOf(event)];
  return [
    ...differenceWords(event, wording),
    ...datings.map(({ date, sources: ids }) => givenBy(date, toCitations(ids, sources))),
  ];
}

function differenceWords(event: RelationEvent, { milestones }: Catalogue): string[] {
  const rivals = rivalsOf(event);
  if (rivals.length === 0) return [];
  const dates = [event.date, ...rivals.map(({ date }) => date)].sort();
  return [milestones.sourcesDiffer([...new Set(dates)])];
}

/** Lists the other dates of a disputed event. */
function rivalsOf({ evidence, kind, date, alternatives }: RelationEvent): Alternative[] {
  if (evidence !== 'disputed') return [];
  return alternatives.filter((other) => other.kind === kind && !date.startsWith(other.date));
}

function standingWords(event: RelationEvent, sources: Sources, { milestones }: Catalogue): string[] {
  const rivals = rivalsOf(event);
  const others = event.alternatives
    .filter((other) => !rivals.includes(other))
    .map(({ kind, date, sources: ids }) => {
      const citations = toCitations(ids, sources);
      if (kind === event.kind) return milestones.alsoOnFile(date, citations);
      return milestones.calledOtherwise({ kind, date: event.date.startsWith(date) ? undefined : date, citations });
    });
  if (event.evidence !== 'unconfirmed') return others;
  return [milestones.oneSource(sourceWords(event.sources, sources).length), ...others];
}

/** The share above which the figure adds nothing to the words. */
const NEARLY_ALL = 0.985;

/** Describes the support for a date, and the measured share of such dates that hold. */
export function supportWords({ evidence, confidence }: RelationEvent, { milestones }: Catalogue): string[] {
  // The share is for the day that the rule chose; where all days are listed, it would favour one of them.
  if (confidence === undefined || evidence === 'disputed') return [];
  const of = confidence.share < 0.925 ? 10 : 100;
  const held = confidence.share >= NEARLY_ALL ? of : Math.round(confidence.share * of);
  return [milestones.support({ word: evidence, held, of })];
}

/** Names the publishers, says which pages were read as copies, and adds the encyclopedia's best citation. */
function citingWords({ sources: ids, cited: [work] = [] }: RelationEvent, sources: Sources, { milestones }: Catalogue) {
  const wikipedia = /^Wikipedia\b/;
  const [first] = sourceWords(ids, sources).filter(({ publisher }) => wikipedia.test(publisher));
  return sourceWords(ids, sources).map((source) => {
    const { publisher } = source;
    if (isCopy(publisher, { ids, sources })) return { ...source, publisher: milestones.copy(publisher) };
    return work !== undefined && publisher === first?.publisher
      ? { ...source, publisher: milestones.citing(publisher, work.publisher) }
      : source;
  });
}

/** Checks whether all sources of a publisher were read as copies, unless its name says so already. */
function isCopy(
  publisher: string,
  { ids, sources }: { readonly ids: readonly string[]; readonly sources: Sources },
): boolean {
  const pages = ids.flatMap((id) => sources.get(id) ?? []).filter((source) => source.publisher === publisher);
  return !/\bcopy\b/.test(publisher) && pages.length > 0 && pages.every(({ title }) => /\bcopy\b/.test(title));
}

function leapDayWords({ event, date }: Milestone, { milestones }: Catalogue): string[] {
  const isMoved = event.date.endsWith('-02-29') && date.slice(5) !== event.date.slice(5);
  return isMoved && precisionOf(date) === 'day' ? [milestones.leapDay(firstDayOf(date))] : [];
}

export function toCitations(ids: readonly string[], sources: Sources): Citation[] {
  const titles = ids.map((id) => sources.get(id));
  return sourceWords(ids, sources).map(({ publisher }) => ({
    publisher,
    titles: titles.flatMap((source) => (source?.publisher === publisher ? [source.title] : [])),
  }));
}
