import type { CalendarMessages } from '../calendar-messages.ts';
import { isolated } from '../isolation.ts';
import { occasions, ofDays } from './counts.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution = `التواريخ مأخوذة من وزارات الخارجية، ومكتب المؤرخ في وزارة الخارجية الأمريكية، ومقالات المساهمين في ويكيبيديا (${isolated('CC BY-SA 4.0')}؛ الأسماء والتواريخ فقط). وقد تكون غير صحيحة: يُرجى التحقق منها قبل الاعتماد عليها.`;

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return 'العالم: المناسبات الدبلوماسية';
    if (followed === 'mine') return 'مناسباتي الدبلوماسية';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)}: المناسبات الدبلوماسية`;
  },
  aboutCalendar: `المناسبات المعروف يومها؛ أما المعروف شهرها أو عامها فقط فغير مدرجة. ${attribution}`,
  nearestOnly: (count) => `لا يرد هنا سوى الأقرب: ${occasions(count)}.`,
  aboutFeed: (leadTime) =>
    leadTime === 0
      ? `مدخل لكل مناسبة في يومها. ${attribution}`
      : `مدخل لكل مناسبة قبل ${ofDays(leadTime)}. ${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)}: ${milestones.brief(milestone)}`,
  category: {
    recognised: 'الاعتراف',
    consular: 'العلاقات القنصلية',
    established: 'إقامة العلاقات',
    upgraded: 'رفع مستوى العلاقات',
    severed: 'قطع العلاقات',
    resumed: 'استئناف العلاقات',
  },
};
