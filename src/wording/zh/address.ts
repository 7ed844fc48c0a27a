import type { AddressMessages } from '../page-messages.ts';

/** The messages on a change of e-mail address. */
export const address: AddressMessages = {
  change: {
    title: '更改邮箱地址',
    lines: [
      '新邮箱的主人通过我们发送的链接确认后，简报、设置和记录即转到新邮箱。在此之前一切不变。',
      '届时现邮箱会收到通知，28天内可凭此撤销更改。',
    ],
    button: '向新邮箱发送链接',
  },
  ready: {
    title: '用此邮箱接收简报？',
    lines: ['Jubilee的一位订阅者请求用此邮箱接收简报。按下按钮，自下一期起简报即发送到这里。'],
    button: '使用此邮箱',
    closing: '不是您提出的请求？请关闭本页。不按按钮，不会发送任何内容。',
  },
  moved: {
    title: '简报发送到此邮箱',
    lines: [
      '自下一期起发送到这里，设置保持原样。不会遗漏，也不会重复。',
      '原邮箱会收到通知。此前发到原邮箱的设置链接不再有效。',
    ],
  },
  undo: {
    title: '撤销邮箱更改？',
    lines: ['按下按钮，简报重新发送到此邮箱。其间发往其他邮箱的设置链接不再有效。'],
    button: '撤销更改',
  },
  undone: {
    title: '已撤销邮箱更改',
    lines: [
      '自下一期起，简报重新发送到原邮箱；如果原邮箱此间已另行订阅，则不作变动。',
      '如果是他人更改的，请同时检查您的设置。',
    ],
  },
  void: { title: '已无法撤销', lines: ['已超过28天，或更改已被撤销，或订阅已终止。您可以随时再次订阅。'] },
};
