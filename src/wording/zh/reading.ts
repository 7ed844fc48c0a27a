import {
  type CalendarDate,
  type PartialDate,
  parsePartialDate,
  weekdayOf,
  yearOf,
} from '../../domain/calendar-date.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Evidence } from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import { dataAsOf } from '../as-of.ts';
import { beside, yearsBetween } from '../formats.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { date, formats, fromTo } from './dates.ts';
import { footer, weekdays } from './footer.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: '显示范围',
    state: '国家',
    wholeWorld: '全世界',
    kind: '事件',
    usualKinds: '建交、升格、复交',
    policy: '周年',
    show: '显示',
  },
  day: {
    previous: '前一天',
    next: '后一天',
    policies: '哪些周年',
    noneOfThese: '这些周年均不在此日期。',
    allYears: (day) => `历年${dayOfYear(day)}`,
    inAllYears: (day) => `历年${dayOfYear(day)}`,
    lede: '记录在案、发生于一年中这一天的所有事件，由早到晚。',
    none: '一年中的这一天没有事件记录在案。',
    inYear: (day, year) => `${year}年${dayOfYear(day)}的纪念日`,
  },
  search: {
    title: '搜索',
    hint: '国家、两个国家或日期',
    which: '您要找的是哪一个？',
    didYouMean: '您是不是要找',
    nothing: '没有找到结果。请输入一个国家、两个国家（中国 莱索托）或日期（1月12日）。',
    noSuchDay: '日历中没有这一天。',
  },
  states: {
    title: '国家',
    lede: '每个国家与其他所有国家的关系：何时建立、中断、恢复，以及即将到来的周年。',
    partners: (inForce) => `与${inForce}国有外交关系`,
  },
  state: {
    description: (code) => `${state(code)}的外交关系：何时建立、中断、恢复，以及即将到来的周年。`,
    relations: ({ inForce, severed }) =>
      severed === 0
        ? `与${inForce}个国家有外交关系。`
        : `与${inForce}个国家有外交关系；与${severed}个国家断交或关系暂停。`,
    since: (when) => `${date(when)}建国或独立。`,
    unMemberSince: (when) => `${date(when)}成为联合国会员国。`,
    unSeatSince: (when) => `${date(when)}成为联合国会员国，席位由此前的国家或政府转归现政府。`,
    contested: '部分国家予以承认，部分国家不予承认。列于此处仅因有与其关系的记录在案，不代表对其地位的任何立场。',
    organisations: {
      EU: '由欧洲国家组成的联盟，1993年11月1日成立，并非国家。它以自身名义保持对外关系，并将其前身欧洲经济共同体建立的关系视为自己的关系。此处仅列出建交日期已在原始来源中得到证实的关系，其余未列。',
      XO: '天主教平信徒修会，总部设在罗马，没有领土，作为国际法主体以自身名义保持对外关系。此处仅列出建交日期已在原始来源中得到证实的关系，其余未列。',
    },
    ended: (on) => `该国已于${date(on)}不复存在，其外交关系的周年不再庆祝。`,
    followedBy: '继承国',
    cameFrom: '前身',
    next: '即将到来的纪念日',
    noneNext: '未来12个月内没有纪念日。',
    year: (year) => `${year}年全年`,
    picture: '对外关系沿革',
    howToRead: '每条线代表一个建交国，按地区和建交先后排列。线条中断表示关系中断。',
    clipped: (start) => `从边缘开始的线条始于${yearOf(start)}年之前。`,
    inForce: '有外交关系',
    severed: '已断交',
    spans: (inForce) => inForce.map(({ from, until }) => yearSpan(from, until)).join('、'),
    withoutRelations: {
      title: '没有注明日期的外交关系',
      lines: ['与这些国家仅有承认或领事关系记录在案，或仅有断交而不知何时建交。'],
    },
  },
  relation: {
    description: (pair) => `${names.pair(pair)}外交关系：每一事件的日期与资料来源，以及即将到来的周年。`,
    status: {
      inForce: (when) => (when === undefined ? '有外交关系。' : `自${date(when)}起有外交关系。`),
      severed: (when) => (when === undefined ? '两国关系已中断。' : `两国关系自${date(when)}起中断。`),
      suspended: (when) =>
        when === undefined ? '两国关系已暂停，起始日期未记录。' : `两国关系自${date(when)}起暂停。`,
    },
    without: '两国没有外交关系。',
    none: '没有外交关系记录在案，仅有下列事件。',
    ended: (on) => `其中一国已于${date(on)}不复存在。`,
    picture: '双边关系沿革',
    periods: {
      asTable: '以表格显示',
      from: '起',
      until: '止',
      status: '状态',
      today: '今天',
      undated: '结束日期无记录',
    },
    table: '事件及资料来源',
    act: '事件',
    date: '日期',
    sources: '资料来源',
    grades: { official: '官方', encyclopedia: '百科', press: '媒体', weak: '较弱' },
    why: (preference) => {
      if (preference.why === 'undecided') return '两个日期不分轻重，采用之前请予核实。';
      if (preference.why === 'better-source')
        return `采用该日期，因为${gradeNames[preference.grade]}优先于${gradeNames[preference.over]}。`;
      if (preference.why === 'more-sources')
        return `采用该日期，因为有${preference.sources}个来源支持，另一日期有${preference.against}个。`;
      return '采用该日期，因为其来源分量更重：彼此独立，或载明生效日期。';
    },
    discontinued: (numbers) =>
      `以下各项由前身政权作出，现国家不予承继，不影响关系状态，也不计周年：${formats.and(numbers)}。`,
    bothGive: (givers) =>
      `两国政府所记不同：${givers.map(({ state: code, date: day }) => `${state(code)}为${date(day)}`).join('，')}。`,
    rulings: '编者裁定',
    coming: '即将到来的纪念日',
    noneComing: '未来十年内没有纪念日。',
    silent: '断交或关系暂停期间不提醒其周年。',
    facts: {
      title: '基本情况（可复制）',
      lines: ['每个即将到来的纪念日均以纯文本列出，便于用于贺电或日程：规范表述、两国首都的星期、时间线和来源。'],
      inAll: '六种语言全部显示',
      inOne: '仅显示本语言',
      copy: '复制',
      copied: '已复制',
    },
    report: {
      title: '内容有误？',
      lines: ['更可靠的来源是最好的更正：请注明来源及其所载日期。我们不需要姓名和地址，请勿填写。'],
      link: '报告错误',
      act: '涉及哪一事件',
      anotherAct: '其他事件，或均非',
      text: '何处有误',
      date: '正确日期（如知道）',
      dateHint: '日期写作2024-01-12，月份写作2024-01，或只写年份。',
      source: '来源网址',
      send: '提交报告',
      wrong: {
        text: '请用不超过1000个字符说明何处有误。',
        date: '这不是日期：请写作2024-01-12、2024-01或2024。',
        source: '这不是网址：请完整复制，包括https://。',
      },
      thanks: {
        title: '谢谢',
        lines: ['编辑将阅读报告并查找来源。日期如有变更，两国页面和数据变更列表会注明。'],
      },
    },
  },
  planner: {
    title: '规划',
    lede: '一个国家、两个国家、一个地区或全世界未来数月的纪念日汇于一页，便于规划、打印和携带。',
    description: '一个国家未来两年的外交纪念日：按月排列，标明繁忙的星期和两国首都的当日情形。',
    state: '国家',
    partner: '对象国',
    allPartners: '所有建交国',
    region: '或地区',
    noRegion: '不选',
    firstMonth: '起始月份',
    firstMonthHint: '如2027-01；留空则从今天起。',
    years: '时间范围',
    duration: (count) => `${count * 12}个月`,
    show: '显示规划',
    heading: (name) => `规划：${name}`,
    span: (span) => fromTo(span),
    summary: ({ milestones, busyWeeks }) =>
      busyWeeks === 0 ? `共${milestones}项。` : `共${milestones}项，${busyWeeks}个繁忙的星期。`,
    busyWeek: ({ milestones, ...span }) => `一周内${milestones}项：${fromTo(span)}`,
    day: '日期',
    dayInMonth: (day) => `${Number(day.slice(8))}日${weekdayName(day)}`,
    milestone: '纪念日',
    inBothCapitals: '两国首都',
    emptyMonth: '没有纪念日。',
    weekend: (code) => `当日在${state(code)}为周末`,
    morning: ({ here, elsewhere, day, shown }) =>
      `${state(here)}09:00时，${state(elsewhere)}为${beside(shown.day, day, '前一日', '次日')}${weekdayName(shown.day)}${shown.time}`,
    later: '后续月份',
    aboutCapitals:
      '两国首都日期相同，但并非同时开始。如一国首都上午九时另一国首都并非同一天，则在纪念日旁注明当地时间；当日为周末的也予注明，但仅限于有资料来源说明其周末的国家。公共假日不在所知范围。',
    facts: '事实要点',
    calendar: '日历格式（ICS）',
    xlsx: '电子表格（XLSX）',
    csv: '表格格式（CSV）',
    table: {
      date: '日期',
      weekday: '星期',
      country: '国家',
      partner: '对象国',
      anniversary: '周年',
      years: '年数',
      jubilee: '逢二十五周年',
      yes: '是',
      no: '否',
      evidence: '可靠性',
      days: '全部日期及其来源',
      page: '网页',
    },
  },
  year: {
    title: (year) => `${year}年全球外交纪念日`,
    description: (year) => `${year}年每一天的外交纪念日数目。`,
    lede: ({ milestones, days }) => `全年${formats.number(milestones)}项纪念日分布于${days}天。`,
    month: formats.monthName,
    weekday: (weekday) => weekdays[weekday].slice(-1),
    number: (day) => String(Number(day.slice(8))),
    day: (day, milestones) => `${date(day)}：${milestones}项`,
    scale: '每日项数',
    quiet: '无',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: '最繁忙的日子',
    withoutDay: (milestones) => `另有${milestones}项只知年月或年份，不在上述任何一天。`,
    previous: '上一年',
    next: '下一年',
  },
  about: (counts) => ({
    title: '关于数据',
    lines: [
      `收录${counts.states}个国家及欧盟、马耳他骑士团之间${figure(counts.pairs)}对关系的${figure(counts.events)}项有日期的事件，取自${counts.sources}种资料。`,
      '收集各国何时互相承认、建交、断交、复交和升格，注明每个日期的出处，并计算周年。',
    ],
    sections: [
      {
        title: '日期如何确定',
        lines: [
          '存入的是记载：某一来源称某事件发生于某日。同一事件的各项记载汇集比较。外交部和使馆的分量重于百科，百科重于媒体，纪念日网页则几乎不计。互相转抄的来源合为一票。',
          '分量最重的日期予以采用。与较粗日期相符的较细日期优先。其余日期一并列出，不作隐瞒。一般规则无从判断之处，由编者裁定并写明理由。',
          '日期的精确程度依其来源，绝不编造日子。只知年月或年份的，即按年月或年份说明。',
        ],
      },
      {
        title: '可靠程度',
        lines: [
          `${figure(counts.evidence.official)}项事件的日期由一方政府给出，${figure(counts.evidence.corroborated)}项由相互独立的来源给出，${figure(counts.evidence.listed)}项依据同一百科中双方的列表，${figure(counts.evidence.unconfirmed)}项未经证实，${figure(counts.evidence.disputed)}项分量相当的来源记载不一。${figure(counts.day)}项确知到日，${figure(counts.month)}项到月，${figure(counts.year)}项仅到年。`,
          `其中官方来源${counts.officialSources}种。多数日期取自同一百科（维基百科）的列表。`,
          `与独立来源核对时，因年代而异：双方列表一致的日期有${share(counts.held.listed)}属实，未经证实的有${share(counts.held.unconfirmed)}，有争议的有${share(counts.held.disputed)}。各双边页面给出每个日期的比例，API另给出95%置信区间。`,
          '衡量方法：不用官方与媒体来源得出日期，再与这些来源所给日期比较。有人纪念之处才有这类证据，因此比例更能说明往来频繁的国家，而非其他国家。',
          '因此采用之前请予核实。每对国家均有网页列明来源。',
        ],
      },
      {
        title: '缺漏',
        lines: [
          '断交记录并不完整：两次世界大战期间的几乎没有。少数国家对列为中止而无日期。除美国外，承认、领事关系和升格只是顺带收录；降格则未收录。',
          '1815年以前的日期多为初次接触或条约，而非今日意义上的外交关系。欧盟和马耳他骑士团的对外关系仅收录建交日期已在原始来源中得到证实者。除科索沃、巴勒斯坦、阿拉伯撒哈拉民主共和国和台湾之外未获广泛承认者，均未收录。',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: '许可',
        lines: [
          '数据依知识共享署名—相同方式共享4.0许可（CC BY-SA 4.0）自由使用和传播，因为大部分取自维基百科贡献者的条目。仅采用名称和日期。美国国务院历史文献办公室的日期属公有领域。',
        ],
      },
    ],
  }),
  changes: {
    title: '数据变更',
    none: '尚无变更。',
    here: '此处的变更',
    what: { new: '新增', gone: '删除', day: '日期变更', kind: '性质变更', evidence: '可靠性' },
  },
  ways: {
    data: '数据（JSON）',
    planner: '两年一览',
    states: '所有国家',
    about: '关于数据',
    alerts: (name) => `订阅${name}的提醒`,
  },
  missing: {
    state: { title: '没有使用此代码的国家', lines: ['代码为两个字母，如CN代表中国。国家列表载有全部代码。'] },
    pair: { title: '这不是有效的组合', lines: ['组合由两个不同的代码组成，如CN-LS代表中国和莱索托。'] },
    events: {
      title: '该组合没有记录在案',
      lines: ['所知来源均未记载双方之间事件的日期。这并不意味着双方没有外交关系。'],
    },
    date: {
      title: '这不是日期',
      lines: ['日期写作2024-01-12，月份写作2024-01，年份写作2024，历年的某一天写作01-12。'],
    },
    year: { title: '该年份超出范围', lines: ['可显示1800年至2200年，如2027。'] },
  },
  wrong: {
    tooMany: (most) => `最多可选择${most}个国家和双边关系。`,
    asked: (parameter, value) => `网址中的“${parameter}=${value}”无法显示。`,
    meant: (parameter) => `您要填写的是“${parameter}”吗？`,
    oneOf: (values) => `请填写以下之一：${values.join('、')}。`,
    policy: (words) => `请填写以下之一：${words.join('、')}；或填写年数，如10,25,50。`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: '官方来源',
  encyclopedia: '百科',
  press: '媒体',
  weak: '较弱的来源',
};

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000');
}

function yearSpan(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `${from.slice(0, 4)}年至今` : `${yearsBetween(from, until)}年`;
}

function weekdayName(day: CalendarDate): string {
  return weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return formats.number(count);
}

/** Formats the measured share of dates that held, from the lowest to the highest of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from}%` : `${from}至${through}%`;
}
