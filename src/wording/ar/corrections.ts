import type { CorrectionMessages } from '../correction-messages.ts';
import { corrections as counted } from './counts.ts';

export const corrections: CorrectionMessages = {
  title: 'تصويبات',
  lede: 'ما تغيّر في التواريخ من إصدار إلى آخر، ولماذا.',
  count: counted,
  subject: ({ names, more }) => `تصويب تاريخ: ${names}${more === 0 ? '' : ` (+${more})`}`,
  labels: { before: 'ورد سابقًا', now: 'المسجَّل الآن', why: 'السبب' },
  nothing: 'لا شيء مسجل',
  more: (corrections) => `عدد التصويبات الأخرى: ${corrections}، انظر صفحة الويب`,
};
