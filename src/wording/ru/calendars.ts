import type { CalendarMessages } from '../calendar-messages.ts';
import { days } from './counts.ts';
import { formats } from './dates.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution =
  'Даты взяты из сведений министерств иностранных дел, материалов Исторического отдела Госдепартамента США и статей участников Википедии (CC BY-SA 4.0; только названия и даты). Возможны ошибки: пожалуйста, проверяйте даты, прежде чем на них полагаться.';

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return 'Мир: дипломатические годовщины';
    if (followed === 'mine') return 'Мои дипломатические годовщины';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)}: дипломатические годовщины`;
  },
  aboutCalendar: `Годовщины, день которых известен; те, что известны до месяца или года, не включены. ${attribution}`,
  nearestOnly: (count) => `Здесь только ближайшие памятные даты, числом ${formats.number(count)}.`,
  aboutFeed: (leadTime) =>
    leadTime === 0
      ? `По записи на каждую памятную дату, в день годовщины. ${attribution}`
      : `По записи на каждую памятную дату, заблаговременно: ${days(leadTime)}. ${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)}: ${milestones.brief(milestone)}`,
  category: {
    recognised: 'Признание',
    consular: 'Консульские отношения',
    established: 'Установление',
    upgraded: 'Повышение уровня',
    severed: 'Разрыв',
    resumed: 'Восстановление',
  },
};
