import { yearOf } from '../../domain/calendar-date.ts';
import type { EventKind, Evidence } from '../../domain/relation-event.ts';
import type { Citation, MilestoneMessages } from '../catalogue.ts';
import { isolated } from '../isolation.ts';
import { ofYears, ordinal, years } from './counts.ts';
import { date, either, formats, on, onEither, since } from './dates.ts';
import { names } from './names.ts';
import { noteInWords } from './notes.ts';

const evidence: Readonly<Record<Evidence, string>> = {
  official: 'تورده حكومة أحد الطرفين',
  corroborated: 'تورده مصادر مستقلة',
  listed: 'تورده قائمتا الطرفين في موسوعة واحدة',
  unconfirmed: 'غير مؤكد',
  disputed: 'المصادر مختلفة',
};

export const milestones: MilestoneMessages = {
  title: ({ kind, years: count, note }) => withNote(titles[kind](count), note),
  brief: ({ kind, years: count }) => briefs[kind](count),
  labels: { timeline: 'التسلسل الزمني', otherCounts: 'حسابات أخرى', sources: 'المصادر' },
  event: ({ kind, dates, note, evidence }) =>
    withNote(`${acts[kind]} ${onEither(dates)}${doubts[evidence] ?? ''}`, note),
  partyEnded: (when) => `زوال إحدى الدولتين ${on(when)}`,
  otherCount: ({ kind, origins, years: count, dates, isFirst }) =>
    `${acts[kind]}${isFirst ? ' لأول مرة' : ''} ${onEither(origins)}: ${years(count)} ${onEither(dates)}`,
  brokenOff: (when) => (when === undefined ? 'العلاقات مقطوعة' : `العلاقات مقطوعة ${since(when)}`),
  suspended: (when) => (when === undefined ? 'العلاقات معلقة؛ ولم يُسجل منذ متى' : `العلاقات معلقة ${since(when)}`),
  withoutRelations: 'لا علاقات دبلوماسية بين الدولتين',
  ended: (when) => `لم تعد إحدى الدولتين قائمة ${since(when)}`,
  leapDay: (when) => `لا يوجد 29 فبراير في عام ${yearOf(when)}؛ الموعد المعتمد ${date(when)}`,
  weekdayIn: ({ state, day, isWeekend }) =>
    `${names.state(state)}: ${formats.weekday(day)}${isWeekend ? ' (عطلة نهاية الأسبوع)' : ''}`,
  sourcesDiffer: (dates) => `المصادر مختلفة: ${either(dates)}`,
  givenBy: (when, citations) => `${date(when)}: ${cited(citations)}`,
  alsoOnFile: (when, citations) => `ورد أيضًا: ${date(when)} (${cited(citations)})`,
  calledOtherwise: ({ kind, date: when, citations }) =>
    `وفق بعض المصادر، ${calls[kind]}${when === undefined ? '' : ` ${on(when)}`}: ${cited(citations)}`,
  oneSource: (publishers) =>
    publishers > 1 ? 'مصدر واحد فقط من هذه المصادر يورد التاريخ كاملًا وبصورة مستقلة' : 'مصدر واحد فقط',
  evidence,
  support: ({ word, held, of }) =>
    `${evidence[word]}: ${held === of ? 'تكاد هذه التواريخ تصح كلها' : `نحو ${held} من كل ${of} من هذه التواريخ صحيحة`}`,
  citing: (publisher, cited) => `${isolated(publisher)}، نقلًا عن ${isolated(cited)}`,
  copy: (publisher) => `${isolated(publisher)} (نسخة)`,
  citedNotRead: 'مذكور في ذلك المصدر، ولم نطّلع عليه',
  note: (part) => `ملاحظة: ${noteInWords(part)}`,
};

const doubts: Readonly<Partial<Record<Evidence, string>>> = {
  disputed: '، تاريخ مختلف عليه',
  unconfirmed: '، تاريخ غير مؤكد',
};

type PerKind<Message> = Readonly<Record<EventKind, Message>>;

const titles: PerKind<(count: number) => string> = {
  recognised: (count) => `الذكرى ${ordinal(count)} للاعتراف الدبلوماسي`,
  consular: (count) => `الذكرى ${ordinal(count)} لإقامة العلاقات القنصلية`,
  established: (count) => `الذكرى ${ordinal(count)} لإقامة العلاقات الدبلوماسية`,
  upgraded: (count) => `الذكرى ${ordinal(count)} لرفع مستوى العلاقات الدبلوماسية`,
  severed: (count) => `مرور ${ofYears(count)} على قطع العلاقات الدبلوماسية`,
  resumed: (count) => `الذكرى ${ordinal(count)} لاستئناف العلاقات الدبلوماسية`,
};

const briefs: PerKind<(count: number) => string> = {
  recognised: (count) => `الذكرى ${ordinal(count)} للاعتراف`,
  consular: (count) => `الذكرى ${ordinal(count)} لإقامة العلاقات القنصلية`,
  established: (count) => `الذكرى ${ordinal(count)} لإقامة العلاقات`,
  upgraded: (count) => `الذكرى ${ordinal(count)} لرفع مستوى العلاقات`,
  severed: (count) => `مرور ${ofYears(count)} على قطع العلاقات`,
  resumed: (count) => `الذكرى ${ordinal(count)} لاستئناف العلاقات`,
};

const acts: PerKind<string> = {
  recognised: 'الاعتراف',
  consular: 'العلاقات القنصلية',
  established: 'إقامة العلاقات',
  upgraded: 'رفع مستوى العلاقات',
  severed: 'قطع العلاقات',
  resumed: 'استئناف العلاقات',
};

const calls: PerKind<string> = {
  recognised: 'اعتراف',
  consular: 'إقامة علاقات قنصلية',
  established: 'إقامة العلاقات',
  upgraded: 'رفع مستوى العلاقات',
  severed: 'قطع العلاقات',
  resumed: 'استئناف العلاقات',
};

function withNote(sentence: string, note: string): string {
  return note === '' ? sentence : `${sentence} (${note.split('; ').map(noteInWords).join('؛ ')})`;
}

function cited(citations: readonly Citation[]): string {
  return citations
    .map(({ publisher, titles }) => [isolated(publisher), ...titles.map((title) => `«${isolated(title)}»`)].join('، '))
    .join('؛ ');
}
