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
  official: 'La da el gobierno de una de las partes',
  corroborated: 'La dan fuentes independientes',
  listed: 'La dan las listas de ambas partes en una misma enciclopedia',
  unconfirmed: 'Sin confirmar',
  disputed: 'Las fuentes difieren',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years: count, note }) => withNote(titles[kind](count), note),
  brief: ({ kind, years: count }) => briefs[kind](count),
  labels: { timeline: 'Cronología', otherCounts: 'Otros cómputos', sources: 'Fuentes' },
  event: ({ kind, dates, note, evidence }) =>
    withNote(`${acts[kind]} ${onEither(dates)}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `uno de los dos Estados dejó de existir ${on(when)}`,
  otherCount: ({ kind, origins, years: count, dates, isFirst }) =>
    `${isFirst ? 'Primer establecimiento' : capitalise(acts[kind])} ${onEither(origins)}: ${years(count)} ${onEither(dates)}`,
  brokenOff: (when) =>
    when === undefined ? 'Las relaciones están rotas' : `Las relaciones están rotas ${since(when)}`,
  suspended: (when) =>
    when === undefined
      ? 'Las relaciones están suspendidas; no consta desde cuándo'
      : `Las relaciones están suspendidas ${since(when)}`,
  withoutRelations: 'No hay relaciones diplomáticas',
  ended: (when) => `Uno de los dos Estados dejó de existir ${on(when)}`,
  leapDay: (when) => `El año ${yearOf(when)} no tiene 29 de febrero; se toma el ${date(when)}`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)}: ${formats.weekday(day)}${isWeekend ? ' (fin de semana)' : ''}`,
  sourcesDiffer: (dates) => `Las fuentes difieren: ${either(dates)}`,
  givenBy: (when, citations) => `${capitalise(date(when))}: ${cited(citations)}`,
  alsoOnFile: (when, citations) => `También consta: ${date(when)} (${cited(citations)})`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `Según algunas fuentes, ${calls[kind]}${when === undefined ? '' : ` ${on(when)}`}: ${cited(citations)}`,
  oneSource: (publishers) =>
    publishers > 1 ? 'Solo una de estas fuentes da la fecha completa y de forma independiente' : 'Una sola fuente',
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]}: ${held === of ? 'casi todas las fechas así se confirman' : `unas ${held} de cada ${of} fechas así se confirman`}`,
  citing: (publisher, cited) => `${isolated(publisher)}, que cita a ${isolated(cited)}`,
  copy: (publisher) => `${isolated(publisher)} (copia)`,
  citedNotRead: 'Citado por esa fuente, no consultado por nosotros',
  note: (part) => `Nota: ${noteInWords(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: ', fecha discutida',
  unconfirmed: ', fecha sin confirmar',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(count: number) => string> = {
  recognised: (count) => `${ordinal(count)} aniversario del reconocimiento diplomático`,
  consular: (count) => `${ordinal(count)} aniversario del establecimiento de relaciones consulares`,
  established: (count) => `${ordinal(count)} aniversario del establecimiento de relaciones diplomáticas`,
  upgraded: (count) => `${ordinal(count)} aniversario de la elevación del nivel de las relaciones diplomáticas`,
  severed: (count) => `${years(count)} desde la ruptura de relaciones diplomáticas`,
  resumed: (count) => `${ordinal(count)} aniversario del restablecimiento de relaciones diplomáticas`,
};

const briefs: PerKind<(count: number) => string> = {
  recognised: (count) => `${ordinal(count)} aniversario del reconocimiento diplomático`,
  consular: (count) => `${ordinal(count)} aniversario del establecimiento de relaciones consulares`,
  established: (count) => `${ordinal(count)} aniversario del establecimiento de relaciones`,
  upgraded: (count) => `${ordinal(count)} aniversario de la elevación del nivel de las relaciones`,
  severed: (count) => `${years(count)} desde la ruptura de relaciones`,
  resumed: (count) => `${ordinal(count)} aniversario del restablecimiento de relaciones`,
};

const acts: PerKind<string> = {
  recognised: 'reconocimiento',
  consular: 'relaciones consulares',
  established: 'establecimiento',
  upgraded: 'elevación del nivel',
  severed: 'ruptura',
  resumed: 'restablecimiento',
};

const calls: PerKind<string> = {
  recognised: 'reconocimiento',
  consular: 'establecimiento de relaciones consulares',
  established: 'establecimiento de relaciones',
  upgraded: 'elevación del nivel de las relaciones',
  severed: 'ruptura de relaciones',
  resumed: 'restablecimiento de relaciones',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence} (${note.split('; ').map(noteInWords).join('; ')})`;
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [publisher, ...titles.map((title) => `«${title}»`)].map(isolated).join(', '))
    .join('; ');
}
