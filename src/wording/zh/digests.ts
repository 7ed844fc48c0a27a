import { isDay } from '../../domain/calendar-date.ts';
import type { DigestMessages } from '../catalogue.ts';
import { date, dates, fromTo } from './dates.ts';
import { footer } from './footer.ts';
import { milestones } from './milestones.ts';

export const digests: DigestMessages = {
  masthead: 'Jubilee',
  heading: '外交纪念日',
  subject: ({ names, when, kind, years, more }) => {
    const first = `${milestones.brief({ kind, years })}，${when}：${names}`;
    return more === 0 ? first : `${first}（另有${more}项）`;
  },
  subjectWhenEmpty: (on) => `没有外交纪念日：${date(on)}`,
  preview: (groups) => groups.map(({ when, pairs }) => `${when}：${pairs.join('、')}`).join('。'),
  when: (when, daysAhead) => {
    if (!isDay(when)) return dates.observed(when);
    if (daysAhead === 0) return '今天';
    if (Math.abs(daysAhead) === 1) return daysAhead > 0 ? '明天' : '昨天';
    return daysAhead > 0 ? `${daysAhead}天后` : `${-daysAhead}天前`;
  },
  count: (milestones) => `共${milestones}项`,
  toPrepare: '现在需要准备的纪念日',
  coversLate: (coverage) => `本简报迟发，涵盖${fromTo(coverage)}。`,
  nothingDue: '没有纪念日。',
  whyEmpty: '您收到本邮件，是因为您选择了没有纪念日时也接收。',
  more: (count) => `完整列表中另有${count}项`,
  links: { page: '页面', facts: '资料卡', calendar: '日历条目' },
  footer,
};
