import { isDay, type PartialDate, parsePartialDate, yearOf } from '../../domain/calendar-date.ts';
import type { EventKind, Evidence } from '../../domain/relation-event.ts';
import type { Citation, MilestoneMessages } from '../catalogue.ts';
import { ordinal, years } from './counts.ts';
import { date, either, formats } from './dates.ts';
import { names } from './names.ts';

const evidence: Readonly<Record<Evidence, string>> = {
  official: 'Given by a government of one of the two parties',
  corroborated: 'Given by independent sources',
  listed: 'Given by the lists of both parties in one encyclopedia',
  unconfirmed: 'Not confirmed',
  disputed: 'Sources differ',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years, note }) => withNote(titles[kind](years), note),
  brief: ({ kind, years: count }) => `${years(count)} since ${sinces[kind]}`,
  labels: { timeline: 'Timeline', otherCounts: 'Other counts', sources: 'Sources' },
  event: ({ kind, dates, note, evidence }) =>
    withNote(`${verbs[kind]} ${either(dates)}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `one of the two states ceased to exist ${date(when)}`,
  otherCount: ({ kind, origins, years: count, dates, isFirst }) =>
    `${isFirst ? 'First established' : sentences[kind]} ${either(origins)}: ${years(count)} ${onEither(dates)}`,
  brokenOff: (when) =>
    when === undefined ? 'Relations are broken off' : `Relations have been broken off since ${date(when)}`,
  suspended: (when) =>
    when === undefined
      ? 'Relations are suspended; since when is not on file'
      : `Relations have been suspended since ${date(when)}`,
  withoutRelations: 'There are no diplomatic relations',
  ended: (when) => `One of the two states ceased to exist ${on(when)}`,
  leapDay: (when) => `${yearOf(when)} has no 29 February; observed ${on(when)}`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)}: ${formats.weekday(day)}${isWeekend ? ' (weekend)' : ''}`,
  sourcesDiffer: (dates) => `Sources differ: ${either(dates)}`,
  givenBy: (when, citations) => `${date(when)}: ${cited(citations)}`,
  alsoOnFile: (when, citations) => `Also on file: ${date(when)} in ${cited(citations)}`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `Some sources call it ${calls[kind]}${when === undefined ? '' : `, ${date(when)}`}: ${cited(citations)}`,
  oneSource: (publishers) => (publishers > 1 ? 'Only one independent source gives the full date' : 'One source only'),
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]}: ${held === of ? 'nearly all such dates hold' : `about ${held} in ${of} such dates hold`}`,
  citing: (publisher, cited) => `${publisher}, citing ${withArticle(cited)}`,
  copy: (publisher) => `${publisher} (copy)`,
  citedNotRead: 'Cited there, not read by us',
  note: (part) => `Note: ${inFullSpelling(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: ', date disputed',
  unconfirmed: ', unconfirmed',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(count: number) => string> = {
  recognised: (count) => `${ordinal(count)} anniversary of recognition`,
  consular: (count) => `${ordinal(count)} anniversary of the establishment of consular relations`,
  established: (count) => `${ordinal(count)} anniversary of the establishment of diplomatic relations`,
  upgraded: (count) => `${ordinal(count)} anniversary of the upgrading of diplomatic relations`,
  severed: (count) => `${years(count)} since relations were broken off`,
  resumed: (count) => `${ordinal(count)} anniversary of the resumption of diplomatic relations`,
};

const sinces: PerKind<string> = {
  recognised: 'recognition',
  consular: 'consular relations began',
  established: 'relations were established',
  upgraded: 'relations were upgraded',
  severed: 'relations were broken off',
  resumed: 'relations resumed',
};

const verbs: PerKind<string> = {
  recognised: 'recognised',
  consular: 'consular relations',
  established: 'established',
  upgraded: 'upgraded',
  severed: 'severed',
  resumed: 'resumed',
};

const sentences: PerKind<string> = {
  recognised: 'Recognised',
  consular: 'Consular relations',
  established: 'Established',
  upgraded: 'Upgraded',
  severed: 'Severed',
  resumed: 'Resumed',
};

const calls: PerKind<string> = {
  recognised: 'recognition',
  consular: 'the establishment of consular relations',
  established: 'the establishment of relations',
  upgraded: 'an upgrading of relations',
  severed: 'a break of relations',
  resumed: 'a resumption of relations',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence} (${inFullSpelling(note)})`;
}

/** Formats a note of the data, which is plain ASCII with ISO 8601 dates. */
function inFullSpelling(note: string): string {
  return note
    .replaceAll("charge d'affaires", 'chargé d’affaires')
    .replaceAll('communique', 'communiqué')
    .replaceAll("'", '’')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, written);
}

function written(text: string): string {
  const day = parsePartialDate(text);
  return day === undefined ? text : date(day);
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [publisher, ...titles.map((title) => `“${title}”`)].join(', '))
    .join('; ');
}

function onEither([first, ...others]: readonly PartialDate[]): string {
  if (first === undefined) return '';
  return others.length === 0 ? on(first) : `${isDay(first) ? 'on' : 'in'} ${either([first, ...others])}`;
}

/** Adds the article: `the Ministry of Foreign Affairs of Singapore`, but `Blackwell`. */
function withArticle(publisher: string): string {
  return /^(Ministry|Embassy|Government|Permanent|Office|Department)\b/.test(publisher)
    ? `the ${publisher}`
    : publisher;
}

function on(when: PartialDate): string {
  return `${isDay(when) ? 'on' : 'in'} ${date(when)}`;
}
