import type { CorrectionMessages } from '../correction-messages.ts';

export const corrections: CorrectionMessages = {
  title: '更正',
  lede: '各版本之间日期的变更及其原因。',
  count: (corrections) => `更正${corrections}项`,
  subject: ({ names, more }) => `日期更正：${names}${more === 0 ? '' : `（另有${more}项）`}`,
  labels: { before: '此前所载', now: '现载', why: '依据' },
  nothing: '无记录',
  more: (corrections) => `另有${corrections}项更正，请见网页`,
};
