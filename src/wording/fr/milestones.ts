import { yearOf } from '../../domain/calendar-date.ts';
import type { EventKind, Evidence } from '../../domain/relation-event.ts';
import type { Citation, MilestoneMessages } from '../catalogue.ts';
import { capitalise } from '../formats.ts';
import { isolated } from '../isolation.ts';
import { ordinal, years } from './counts.ts';
import { date, either, formats, on, onEither, since } from './dates.ts';
import { names } from './names.ts';
import { noteInWords } from './notes.ts';

const evidence: Readonly<Record<Evidence, string>> = {
  official: 'Donnée par le gouvernement de l’une des deux parties',
  corroborated: 'Donnée par des sources indépendantes',
  listed: 'Donnée par les listes des deux parties dans une même encyclopédie',
  unconfirmed: 'Non confirmée',
  disputed: 'Les sources divergent',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years: count, note }) => withNote(titles[kind](count), note),
  brief: ({ kind, years: count }) => briefs[kind](count),
  labels: { timeline: 'Chronologie', otherCounts: 'Autres décomptes', sources: 'Sources' },
  event: ({ kind, dates, note, evidence }) =>
    withNote(`${acts[kind]} ${onEither(dates)}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `l’un des deux États a cessé d’exister ${on(when)}`,
  otherCount: ({ kind, origins, years: count, dates, isFirst }) =>
    `${isFirst ? 'Premier établissement' : capitalise(acts[kind])} ${onEither(origins)} : ${years(count)} ${onEither(dates)}`,
  brokenOff: (when) =>
    when === undefined ? 'Les relations sont rompues' : `Les relations sont rompues ${since(when)}`,
  suspended: (when) =>
    when === undefined
      ? 'Les relations sont suspendues ; la date n’est pas recensée'
      : `Les relations sont suspendues ${since(when)}`,
  withoutRelations: 'Il n’y a pas de relations diplomatiques',
  ended: (when) => `L’un des deux États a cessé d’exister ${on(when)}`,
  leapDay: (when) => `L’année ${yearOf(when)} n’a pas de 29 février ; date retenue : ${date(when)}`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)} : ${formats.weekday(day)}${isWeekend ? ' (week-end)' : ''}`,
  sourcesDiffer: (dates) => `Les sources divergent : ${either(dates)}`,
  givenBy: (when, citations) => `${capitalise(date(when))} : ${cited(citations)}`,
  alsoOnFile: (when, citations) => `Également relevé : ${date(when)} (${cited(citations)})`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `Selon certaines sources, ${calls[kind]}${when === undefined ? '' : ` ${on(when)}`} : ${cited(citations)}`,
  oneSource: (publishers) =>
    publishers > 1 ? 'Une seule de ces sources donne la date complète et de façon indépendante' : 'Une seule source',
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]} : ${held === of ? 'presque toutes ces dates se vérifient' : `environ ${held} de ces dates sur ${of} se vérifient`}`,
  citing: (publisher, cited) => `${isolated(publisher)}, citant ${isolated(cited)}`,
  copy: (publisher) => `${isolated(publisher)} (copie)`,
  citedNotRead: 'Cité par cette source, non consulté par nous',
  note: (part) => `Note : ${noteInWords(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: ', date contestée',
  unconfirmed: ', date non confirmée',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(count: number) => string> = {
  recognised: (count) => `${ordinal(count)} anniversaire de la reconnaissance diplomatique`,
  consular: (count) => `${ordinal(count)} anniversaire de l’établissement des relations consulaires`,
  established: (count) => `${ordinal(count)} anniversaire de l’établissement des relations diplomatiques`,
  upgraded: (count) => `${ordinal(count)} anniversaire de l’élévation du niveau des relations diplomatiques`,
  severed: (count) => `${years(count)} depuis la rupture des relations diplomatiques`,
  resumed: (count) => `${ordinal(count)} anniversaire du rétablissement des relations diplomatiques`,
};

const briefs: PerKind<(count: number) => string> = {
  recognised: (count) => `${ordinal(count)} anniversaire de la reconnaissance diplomatique`,
  consular: (count) => `${ordinal(count)} anniversaire de l’établissement des relations consulaires`,
  established: (count) => `${ordinal(count)} anniversaire de l’établissement des relations`,
  upgraded: (count) => `${ordinal(count)} anniversaire de l’élévation du niveau des relations`,
  severed: (count) => `${years(count)} depuis la rupture des relations`,
  resumed: (count) => `${ordinal(count)} anniversaire du rétablissement des relations`,
};

const acts: PerKind<string> = {
  recognised: 'reconnaissance',
  consular: 'relations consulaires',
  established: 'établissement',
  upgraded: 'élévation du niveau',
  severed: 'rupture',
  resumed: 'rétablissement',
};

const calls: PerKind<string> = {
  recognised: 'reconnaissance',
  consular: 'établissement des relations consulaires',
  established: 'établissement des relations',
  upgraded: 'élévation du niveau des relations',
  severed: 'rupture des relations',
  resumed: 'rétablissement des relations',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence} (${note.split('; ').map(noteInWords).join(' ; ')})`;
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [publisher, ...titles.map((title) => `« ${title} »`)].map(isolated).join(', '))
    .join(' ; ');
}
