import type { CalendarMessages } from '../calendar-messages.ts';
import { formats } from './dates.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution =
  '日期取自各国外交部、美国国务院历史文献办公室以及维基百科贡献者的条目（CC BY-SA 4.0；仅采用名称和日期）。日期可能有误，采用之前请予核实。';

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return '世界：外交纪念日';
    if (followed === 'mine') return '我的外交纪念日';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)}：外交纪念日`;
  },
  aboutCalendar: `仅收录确知日期的周年；只知年月或年份的未收录。${attribution}`,
  nearestOnly: (count) => `此处仅收录最近的${formats.number(count)}项。`,
  aboutFeed: (leadTime) =>
    leadTime === 0 ? `每项纪念日当天一条。${attribution}` : `每项纪念日提前${leadTime}天一条。${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)}：${milestones.brief(milestone)}`,
  category: {
    recognised: '承认',
    consular: '建立领事关系',
    established: '建交',
    upgraded: '关系升格',
    severed: '断交',
    resumed: '复交',
  },
};
