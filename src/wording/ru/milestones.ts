import { yearOf } from '../../domain/calendar-date.ts';
import type { EventKind, Evidence } from '../../domain/relation-event.ts';
import type { Citation, MilestoneMessages } from '../catalogue.ts';
import { capitalise } from '../formats.ts';
import { isolated } from '../isolation.ts';
import { jubilee, years } from './counts.ts';
import { date, either, formats, on, onEither, since } from './dates.ts';
import { names } from './names.ts';
import { noteInWords } from './notes.ts';

const evidence: Readonly<Record<Evidence, string>> = {
  official: 'Дату называет правительство одной из сторон',
  corroborated: 'Дату называют независимые источники',
  listed: 'Дату дают списки обеих сторон в одной энциклопедии',
  unconfirmed: 'Не подтверждено',
  disputed: 'Источники расходятся',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years: count, note }) => withNote(titles[kind](count), note),
  brief: ({ kind, years: count }) => briefs[kind](count),
  labels: { timeline: 'Хронология', otherCounts: 'Другой отсчёт', sources: 'Источники' },
  event: ({ kind, dates, note, evidence }) =>
    withNote(`${acts[kind]} ${onEither(dates)}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `одно из двух государств прекратило существование ${on(when)}`,
  otherCount: ({ kind, origins, years: count, dates, isFirst }) =>
    `${isFirst ? 'Впервые установлены' : capitalise(acts[kind])} ${onEither(origins)}: ${onEither(dates)} — ${years(count)}`,
  brokenOff: (when) => (when === undefined ? 'Отношения разорваны' : `Отношения разорваны ${since(when)}`),
  suspended: (when) =>
    when === undefined ? 'Отношения приостановлены; дата не учтена' : `Отношения приостановлены ${since(when)}`,
  withoutRelations: 'Дипломатических отношений нет',
  ended: (when) => `Одно из двух государств прекратило существование ${on(when)}`,
  leapDay: (when) => `В ${yearOf(when)} году нет 29 февраля; взято ${date(when)}`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)}: ${formats.weekday(day)}${isWeekend ? ' (выходной)' : ''}`,
  sourcesDiffer: (dates) => `Источники расходятся: ${either(dates)}`,
  givenBy: (when, citations) => `${capitalise(date(when))}: ${cited(citations)}`,
  alsoOnFile: (when, citations) => `Указано также: ${date(when)} (${cited(citations)})`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `По некоторым источникам — ${calls[kind]}${when === undefined ? '' : ` ${on(when)}`}: ${cited(citations)}`,
  oneSource: (publishers) =>
    publishers > 1 ? 'Лишь один из этих источников приводит дату полностью и независимо' : 'Только один источник',
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]}: ${held === of ? 'подтверждаются почти все такие даты' : `подтверждается примерно ${held} из ${of} таких дат`}`,
  citing: (publisher, cited) => `${isolated(publisher)} со ссылкой на источник: ${isolated(cited)}`,
  copy: (publisher) => `${isolated(publisher)} (копия)`,
  citedNotRead: 'Указано в этом источнике, нами не проверено',
  note: (part) => `Примечание: ${noteInWords(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: ', дата оспаривается',
  unconfirmed: ', дата не подтверждена',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(count: number) => string> = {
  recognised: (count) => `${jubilee(count)} дипломатического признания`,
  consular: (count) => `${jubilee(count)} установления консульских отношений`,
  established: (count) => `${jubilee(count)} установления дипломатических отношений`,
  upgraded: (count) => `${jubilee(count)} повышения уровня дипломатических отношений`,
  severed: (count) => `${years(count)} с момента разрыва дипломатических отношений`,
  resumed: (count) => `${jubilee(count)} восстановления дипломатических отношений`,
};

const briefs: PerKind<(count: number) => string> = {
  recognised: (count) => `${jubilee(count)} признания`,
  consular: (count) => `${jubilee(count)} установления консульских отношений`,
  established: (count) => `${jubilee(count)} установления отношений`,
  upgraded: (count) => `${jubilee(count)} повышения уровня отношений`,
  severed: (count) => `${years(count)} с момента разрыва отношений`,
  resumed: (count) => `${jubilee(count)} восстановления отношений`,
};

const acts: PerKind<string> = {
  recognised: 'признание',
  consular: 'консульские отношения',
  established: 'установление',
  upgraded: 'повышение уровня',
  severed: 'разрыв',
  resumed: 'восстановление',
};

const calls: PerKind<string> = {
  recognised: 'признание',
  consular: 'установление консульских отношений',
  established: 'установление отношений',
  upgraded: 'повышение уровня отношений',
  severed: 'разрыв отношений',
  resumed: 'восстановление отношений',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence} (${note.split('; ').map(noteInWords).join('; ')})`;
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [publisher, ...titles.map((title) => `«${title}»`)].map(isolated).join(', '))
    .join('; ');
}
