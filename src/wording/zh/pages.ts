import type { PageMessages } from '../page-messages.ts';
import { address } from './address.ts';
import { attribution } from './calendars.ts';
import { listed } from './counts.ts';
import { date } from './dates.ts';
import { follow } from './follow.ts';
import { form } from './form.ts';
import { reading } from './reading.ts';

export const pages: PageMessages = {
  frame: {
    name: 'Jubilee',
    skipToContent: '跳至正文',
    navigation: '网站',
    anniversaries: '纪念日',
    states: '国家',
    planner: '规划',
    year: '全年',
    subscribe: '订阅',
    api: 'API',
    about: '关于数据',
    attribution,
  },
  front: {
    title: 'Jubilee：及时提醒外交纪念日',
    heading: '外交纪念日，提前知晓，从容准备',
    lede: '留意所有国家之间的关系，在逢五逢十等周年到来之前提醒：在哪一天，以建交、升格还是复交起算。',
    today: '今天',
    comingWeek: '未来7天',
    comingMonth: '未来30天',
    withoutDay: '日期不详',
    nothingToday: '今天没有纪念日。',
    nothingInWeek: '未来7天内没有纪念日。',
    nothingInMonth: '未来30天内没有其他纪念日。',
    subscribe: { title: '邮件提醒', lines: ['有纪念日时，提前数周或数月发送一封电子邮件简报。别无其他。'] },
  },
  reading,
  date: {
    lede: '在此日期的所有外交关系周年，不论整数与否。',
    inMonth: '本月的全部纪念日。',
    none: '此日期没有外交关系周年记录在案。',
    toFront: '今天和未来数日',
  },
  form,
  inbox: {
    title: '请查看收件箱',
    lines: [
      '如果该地址能收到我们的邮件，一封附有链接的邮件已经发出，几分钟内送达；也请查看垃圾邮件。',
      '打开链接并按下网页上的按钮。在此之前不会向该地址发送任何内容。',
    ],
    closing: '本页对每个地址的答复都相同，因此无人能得知谁已订阅。',
  },
  confirm: {
    ready: {
      title: '确认您的订阅',
      lines: ['只剩一步：按下按钮，即开始发送简报。'],
      address: '简报发送至',
      button: '确认订阅',
      closing: '不是您提出的请求？请关闭本页。不按按钮，不会发送任何内容。',
    },
    settings: '您的设置',
    alreadyConfirmed: { title: '已经确认', lines: ['此订阅已确认并生效，无需任何操作。'] },
    expired: { title: '链接已过期', lines: ['确认链接48小时内有效。请重新订阅以获取新链接。'] },
    invalid: {
      title: '链接无效',
      lines: ['可能复制时不完整，或已被新链接取代。请使用最新邮件中的链接，或重新订阅。'],
    },
    subscribeAgain: '重新订阅',
    confirmed: {
      title: '订阅成功',
      lines: ['从今天起，我们每天为您留意，有纪念日时即发送简报。', '每期简报均附更改设置的链接和退订链接。'],
    },
    changeSettings: '更改这些设置',
  },
  centre: {
    title: '您的设置',
    for: '简报发送至',
    paused: { title: '您目前没有订阅。', lines: ['设置可以保留，但不会发送简报。'] },
    save: '保存设置',
    saved: { title: '设置已保存', lines: ['自下一期简报起生效。不会遗漏，也不会重复。'] },
    backToSettings: '返回设置',
    askLink: { title: '设置链接', lines: ['请填写接收简报的地址。链接在24小时内可打开您的设置。'], button: '发送链接' },
    freshLink: {
      title: '新的设置链接',
      lines: [
        '您使用的链接已过期或无效：设置链接24小时内有效，以免他人借旧邮件进入。',
        '请填写您的地址，我们将发送新链接。',
      ],
      button: '发送新链接',
    },
    leave: '离开',
    unsubscribe: { title: '退订', lines: ['不再发送简报。28天内可以撤销。'], button: '退订' },
    erase: { title: '删除我的全部信息', lines: ['您的地址和设置将立即删除，无法撤销。'], button: '全部删除' },
  },
  address,
  follow,
  leaving: {
    ready: { title: '退订Jubilee？', lines: ['按下按钮，即不再发送简报。28天内可以撤销。'], button: '退订' },
    invalid: { title: '链接无效', lines: ['可能复制时不完整。请使用最新简报末尾的链接。'] },
    left: (undoUntil) => ({
      title: '您已退订',
      lines: [`不再发送简报。如属误操作，可在${date(undoUntil)}之前撤销。`],
    }),
    undo: '撤销：保留我的订阅',
    undone: { title: '已恢复订阅', lines: ['您的设置保持原样。'] },
    undoExpired: { title: '已无法撤销', lines: ['已超过28天，或您此后已重新订阅。您可以随时再次订阅。'] },
    erased: { title: '已全部删除', lines: ['不再保留您的任何信息。本页是您收到的最后消息。'] },
  },
  docs: {
    title: 'API参考',
    document: 'OpenAPI文档',
    inEnglish: '说明文字为英文。',
    contents: '目录',
    parameters: '参数',
    body: '请求正文',
    answers: '响应',
    example: '示例',
    curl: '命令行',
    required: '必填',
    byDefault: (value) => `默认：${value}`,
    listOf: (type) => `${type}列表`,
    oneOf: (values) => `以下之一：${listed(values)}`,
    limits: ({ least, most }) => {
      if (least === undefined) return `至多${most}`;
      return most === undefined ? `至少${least}` : `${least}至${most}`;
    },
  },
  errors: {
    'not-found': { title: '没有这个网页', lines: ['地址可能有误，或网页已经移动。'] },
    'bad-request': { title: '无法理解该请求', lines: ['请返回重试。如果通过链接而来，链接可能不完整。'] },
    'too-many': { title: '请求过多', lines: ['为保护他人免受无用邮件打扰，请求数量有限。请一小时后再试。'] },
    'not-loaded': {
      title: '数据尚未载入',
      lines: ['请几分钟后再试。', '如果您负责本站：部署时会载入数据。请等待部署完成，或重新部署。'],
    },
    broken: { title: '我们这边出了问题', lines: ['数据没有丢失。请几分钟后再试；维护人员已获通知。'] },
    goHome: '前往纪念日',
  },
};
