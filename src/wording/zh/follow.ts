import type { FollowMessages } from '../page-messages.ts';

export const follow: FollowMessages = {
  public: { title: '在日历中关注', lines: ['未来数年的周年，各在其日，由您的日历程序保持更新。'] },
  world: {
    title: '不用电子邮件也能关注',
    lines: [
      '全世界近期的周年，各在其日，由您的日历程序或新闻阅读器保持更新。',
      '每个国家和每对国家在其页面上都有各自的日历和订阅源，涵盖未来数年。',
    ],
  },
  personal: {
    title: '您的专属日历',
    lines: [
      '按这些设置选出的纪念日，各在其日，显示在您的日历程序中。更改设置，日历随之更改。',
      '其地址仅归您所有：知道地址的人可以看到您关注的内容。',
    ],
  },
  open: '添加到我的日历',
  address: '日历地址',
  feed: 'Atom订阅源，供新闻阅读器使用',
  help: '如何在Google、Outlook或Apple日历中添加',
  programs: [
    {
      title: 'Google日历',
      lines: [
        '在电脑上打开calendar.google.com，在“其他日历”旁点加号，选择“通过网址添加”，粘贴地址。Google大约每天查看一次更新。',
      ],
    },
    { title: 'Outlook', lines: ['在日历中选择“添加日历”，再选择“从Web订阅”，粘贴地址。'] },
    { title: 'Apple日历', lines: ['按本页上的按钮。或者在Mac上从“文件”菜单选择“新建日历订阅”，粘贴地址。'] },
  ],
  reset: {
    title: '更换地址',
    lines: ['如果他人得知了该地址，请予更换。旧地址立即失效，请将新地址添加到您的日历程序。'],
    button: '更换地址',
  },
  afterReset: { title: '地址已更换', lines: ['旧地址已失效。请将新地址添加到您的日历程序。'] },
};
