import type { Weekday } from '../../domain/calendar-date.ts';
import type { MilestonePolicy } from '../../domain/milestone.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { FooterMessages } from '../catalogue.ts';
import { listed } from './counts.ts';
import { date } from './dates.ts';
import { names } from './names.ts';

/** The most states, pairs or numbers listed, to limit the size of the mail. */
const LISTED = 12;

export const footer: FooterMessages = {
  why: '您收到本简报，是因为您订阅了Jubilee，设置如下：',
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `关注：${followed.length === 0 ? '所有国家' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `事件：${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `周年：${counting(policy)}`,
  leadTimes: (leadTimes) => `提前：${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `发送：${sending(rhythm)}${String(hour).padStart(2, '0')}:00（${timeZone}）`,
  includeSevered: '也包括已中断的关系',
  sendEmpty: '没有纪念日时也发送',
  changePreferences: '更改这些设置',
  unsubscribe: '退订',
  openSite: '打开Jubilee网站',
  asOf: ({ read, partlyUntil }) => `数据截至${date(read)}；此后至${date(partlyUntil)}的变动仅部分收录。`,
  attribution:
    '日期取自各条所列资料来源，其中包括维基百科贡献者的条目（CC BY-SA 4.0；仅采用名称和日期）、美国国务院历史文献办公室以及各国外交部。日期可能有误，采用之前请予核实。',
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: '承认',
  consular: '建立领事关系',
  established: '建交',
  upgraded: '关系升格',
  severed: '断交',
  resumed: '复交',
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  monday: '星期一',
  tuesday: '星期二',
  wednesday: '星期三',
  thursday: '星期四',
  friday: '星期五',
  saturday: '星期六',
  sunday: '星期日',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return '1周年及逢五、逢十周年';
  if (policy === 'tens') return '每10周年';
  if (policy === 'jubilees') return '每25周年';
  if (policy === 'every') return '每年';
  return listed(
    policy.map((count) => `${count}周年`),
    LISTED,
  );
}

function notice(leadTimes: readonly number[]): string {
  const ahead = leadTimes.filter((days) => days > 0).sort((one, other) => other - one);
  if (ahead.length === 0) return '当天';
  const days = listed(
    ahead.map((count) => `${count}天`),
    LISTED,
  );
  return leadTimes.includes(0) ? `${days}，以及当天` : days;
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return '每天';
  if (frequency === 'monthly') return '每月1日';
  return `每${weekdays[weekday]}`;
}
