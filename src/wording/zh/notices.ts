import type { NoticeMessages } from '../notice-messages.ts';
import { date } from './dates.ts';

const oneButton = '链接打开的页面上只有一个按钮；您按下之前，什么也不会发生。';
const notYou = '如果不是您本人提出的请求，请不必理会：未经您确认，不会发送任何简报。';

export const notices: NoticeMessages = {
  confirmation: {
    subject: '请确认订阅Jubilee',
    heading: '确认您的订阅',
    lines: ['有人请求Jubilee向此邮箱发送外交纪念日简报。请确认您愿意接收。'],
    link: '查看并确认',
    aboutLink: `${oneButton}链接48小时内有效。`,
    closing: notYou,
  },
  reminder: {
    subject: '提醒：请确认订阅Jubilee',
    heading: '请确认您的订阅',
    lines: ['本地址曾请求接收外交纪念日简报，但尚未确认。'],
    link: '查看并确认',
    aboutLink: `${oneButton}链接48小时内有效。`,
    closing: `此后不再提醒。${notYou}`,
  },
  preferences: {
    subject: '您的Jubilee设置链接',
    heading: '您的设置',
    lines: ['您可以在网页上查看和更改订阅设置。这是所请求的链接。'],
    link: '打开设置',
    aboutLink: '链接24小时内有效。任何人持有链接即可使用，请勿转发本邮件。',
    closing: '如果不是您本人提出的请求，请不必理会：设置没有变动。',
  },
  address: {
    subject: '请确认用于Jubilee的新邮箱',
    heading: '确认您的新邮箱',
    lines: ['Jubilee的一位订阅者请求用此邮箱接收外交纪念日简报。请确认简报应发送到这里。'],
    link: '查看并确认',
    aboutLink: `${oneButton}链接48小时内有效。`,
    closing: '如果不是您本人提出的请求，请不必理会：未经您确认，不会向此邮箱发送简报。',
  },
  moved: {
    subject: '您的Jubilee简报改发至另一邮箱',
    heading: '您的邮箱已更改',
    lines: [
      '应持有您设置链接的人请求，简报现发送至另一邮箱，其主人已经确认。此邮箱不再收到简报。',
      '如果不是您本人所为，28天内可以撤销：简报将重新发送到这里。',
    ],
    link: '撤销邮箱更改',
    aboutLink: oneButton,
    closing: '如果是您本人所为，则无需任何操作。不会再有其他邮件。',
  },
  'moved-back': {
    subject: '您的Jubilee简报不再发送到此邮箱',
    heading: '邮箱更改已被撤销',
    lines: ['此订阅的原邮箱已将其收回。此邮箱不再收到简报。'],
    link: '用此邮箱订阅',
    aboutLink: '链接打开订阅表单。',
    closing: '如果无误，则无需任何操作。不会再有其他邮件。',
  },
  goodbye: (undoUntil) => ({
    subject: '您已退订Jubilee',
    heading: '您已退订',
    lines: [
      '按照您的要求，不再向此邮箱发送外交纪念日简报。',
      `如属误操作，可在28天内撤销，截至${date(undoUntil)}。届时您的设置保持原样。`,
    ],
    link: '撤销：保留我的订阅',
    aboutLink: oneButton,
    closing: '否则您无需任何操作。除非您提出请求，不会再有其他邮件。',
  }),
  settings: '所请求的内容',
  copyAddress: '如果链接无法打开，请将此地址复制到浏览器：',
  about: 'Jubilee及时提醒即将到来的外交纪念日。',
};
