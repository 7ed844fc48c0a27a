import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { occasions, ofDays } from './counts.ts';
import { date, dates, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: 'المناسبات الدبلوماسية',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${milestones.brief({ kind, years })}، ${when}: ${names}`;
    return more === 0 ? first : `${first} (+${more})`;
  },
  subjectWhenEmpty: (on) => `لا مناسبات دبلوماسية: ${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when}: ${pairs.join('، ')}`).join('. '),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return 'اليوم';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? 'غدًا' : 'أمس';
    return daysAhead > 0 ? `بعد ${ofDays(daysAhead)}` : `قبل ${ofDays(-daysAhead)}`;
  },
  count: occasions,
  toPrepare: 'مناسبات حان وقت الإعداد لها',
  coversLate: (coverage) => `تأخر هذا الموجز، وهو يغطي الأيام التالية: ${fromTo(coverage)}.`,
  nothingDue: 'لا توجد مناسبات.',
  whyEmpty: 'تصلك هذه الرسالة لأنك طلبت المراسلة حتى عند عدم وجود مناسبات.',
  more: (count) => `${count} أخرى في القائمة الكاملة`,
  links: { page: 'الصفحة', facts: 'ورقة الحقائق', calendar: 'موعد التقويم' },
  footer,
};
