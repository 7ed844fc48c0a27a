import type { Weekday } from '../../domain/calendar-date.ts';
import type { MilestonePolicy } from '../../domain/milestone.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { FooterMessages } from '../catalogue.ts';
import { isolated } from '../isolation.ts';
import { listed, ofDays, ordinal } from './counts.ts';
import { date } from './dates.ts';
import { names } from './names.ts';

/** The most states, pairs or numbers listed, to limit the size of the mail. */
const LISTED = 12;

export const footer: FooterMessages = {
  why: `يصلك هذا الموجز بناءً على اشتراكك في ${isolated('Jubilee')} بالإعدادات التالية:`,
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `المتابعة: ${followed.length === 0 ? 'جميع الدول' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `الأحداث: ${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `المناسبات: ${counting(policy)}`,
  leadTimes: (leadTimes) => `التنبيه: ${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `الموجز: ${sending(rhythm)} الساعة ${String(hour).padStart(2, '0')}:00 (${isolated(timeZone)})`,
  includeSevered: 'العلاقات المقطوعة أيضًا',
  sendEmpty: 'الإرسال حتى عند عدم وجود مناسبات',
  changePreferences: 'تغيير هذه الإعدادات',
  unsubscribe: 'إلغاء الاشتراك',
  openSite: `فتح موقع ${isolated('Jubilee')}`,
  asOf: ({ read, partlyUntil }) =>
    `البيانات حتى ${date(read)}؛ والتغييرات اللاحقة مُدرجة جزئيًا حتى ${date(partlyUntil)}.`,
  attribution: `التواريخ مأخوذة من المصادر المذكورة مع كل مناسبة، ومنها مقالات المساهمين في ويكيبيديا (${isolated('CC BY-SA 4.0')}؛ الأسماء والتواريخ فقط)، ومكتب المؤرخ في وزارة الخارجية الأمريكية، ووزارات الخارجية. وقد تكون غير صحيحة: يُرجى التحقق منها قبل الاعتماد عليها.`,
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: 'الاعتراف',
  consular: 'العلاقات القنصلية',
  established: 'إقامة العلاقات',
  upgraded: 'رفع المستوى',
  severed: 'قطع العلاقات',
  resumed: 'استئناف العلاقات',
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'الاثنين',
  tuesday: 'الثلاثاء',
  wednesday: 'الأربعاء',
  thursday: 'الخميس',
  friday: 'الجمعة',
  saturday: 'السبت',
  sunday: 'الأحد',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return 'الذكرى الأولى ثم كل 5 أعوام';
  if (policy === 'tens') return 'كل 10 أعوام';
  if (policy === 'jubilees') return 'كل 25 عامًا';
  if (policy === 'every') return 'كل عام';
  return `الذكرى ${listed(policy.map(ordinal), LISTED)}`;
}

/** Lists lead times, each with its own preposition: otherwise two numbers would read as their sum. */
function notice(leadTimes: readonly number[]): string {
  const ahead = leadTimes.filter((days) => days > 0).sort((one, other) => other - one);
  const left = ahead.length - LISTED;
  const parts = [
    ...ahead.slice(0, LISTED).map((days) => `قبل ${ofDays(days)}`),
    ...(left > 0 ? [`${left} غيرها`] : []),
    ...(leadTimes.includes(0) ? ['في اليوم نفسه'] : []),
  ];
  return parts.join('، و');
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return 'كل يوم';
  if (frequency === 'monthly') return 'في اليوم الأول من كل شهر';
  return `كل يوم ${weekdays[weekday]}`;
}
