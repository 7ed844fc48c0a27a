import { yearOf } from '../../domain/calendar-date.ts';
import type { EventKind, Evidence } from '../../domain/relation-event.ts';
import type { Citation, MilestoneMessages } from '../catalogue.ts';
import { isolated } from '../isolation.ts';
import { date, either, formats } from './dates.ts';
import { names } from './names.ts';
import { noteInWords } from './notes.ts';

const evidence: Readonly<Record<Evidence, string>> = {
  official: '一方政府给出此日期',
  corroborated: '相互独立的来源给出此日期',
  listed: '同一百科中双方列表给出此日期',
  unconfirmed: '未经证实',
  disputed: '资料记载不一',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years, note }) => withNote(titles[kind](years), note),
  brief: ({ kind, years }) => titles[kind](years),
  labels: { timeline: '时间线', otherCounts: '其他计年', sources: '资料来源' },
  event: ({ kind, dates, note, evidence }) => withNote(`${either(dates)}${acts[kind]}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `${date(when)}其中一国不复存在`,
  otherCount: ({ kind, origins, years, dates, isFirst }) =>
    `${either(origins)}${isFirst ? '首次建交' : acts[kind]}：${either(dates)}为${years}周年`,
  brokenOff: (when) => (when === undefined ? '两国关系已中断' : `两国关系自${date(when)}起中断`),
  suspended: (when) => (when === undefined ? '两国关系已暂停，起始日期未记录' : `两国关系自${date(when)}起暂停`),
  withoutRelations: '两国没有外交关系',
  ended: (when) => `其中一国已于${date(when)}不复存在`,
  leapDay: (when) => `${yearOf(when)}年没有2月29日，以${date(when)}计`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)}：${formats.weekday(day)}${isWeekend ? '（周末）' : ''}`,
  sourcesDiffer: (dates) => `资料记载不一：${either(dates)}`,
  givenBy: (when, citations) => `${date(when)}：${cited(citations)}`,
  alsoOnFile: (when, citations) => `另有记载：${date(when)}（${cited(citations)}）`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `有资料称之为${calls[kind]}${when === undefined ? '' : `（${date(when)}）`}：${cited(citations)}`,
  oneSource: (publishers) => (publishers > 1 ? '上述资料中仅有一种独立给出完整日期' : '仅有一个资料来源'),
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]}：${held === of ? '此类日期几乎全部属实' : `此类日期约${of}个中有${held}个属实`}`,
  citing: (publisher, cited) => `${isolated(publisher)}，引自${isolated(cited)}`,
  copy: (publisher) => `${isolated(publisher)}（副本）`,
  citedNotRead: '该来源所引，本站未查阅',
  note: (part) => `注：${noteInWords(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: '，日期有争议',
  unconfirmed: '，日期未经证实',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(years: number) => string> = {
  recognised: (years) => `外交承认${years}周年`,
  consular: (years) => `建立领事关系${years}周年`,
  established: (years) => `建交${years}周年`,
  upgraded: (years) => `外交关系升格${years}周年`,
  severed: (years) => `断交${years}年`,
  resumed: (years) => `复交${years}周年`,
};

const acts: PerKind<string> = {
  recognised: '承认',
  consular: '建立领事关系',
  established: '建交',
  upgraded: '关系升格',
  severed: '断交',
  resumed: '复交',
};

const calls: PerKind<string> = {
  recognised: '承认',
  consular: '建立领事关系',
  established: '建交',
  upgraded: '外交关系升格',
  severed: '断交',
  resumed: '复交',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence}（${note.split('; ').map(noteInWords).join('；')}）`;
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [publisher, ...titles.map((title) => `《${title}》`)].map(isolated).join(''))
    .join('；');
}
