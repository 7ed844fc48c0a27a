import type { CorrectionMessages } from '../correction-messages.ts';
import { counted } from './counts.ts';

export const corrections: CorrectionMessages = {
  title: 'Corrected',
  lede: 'What has changed in the dates from release to release, and why.',
  count: (corrections) => counted(corrections, 'correction', 'corrections'),
  subject: ({ names, more }) => `Date corrected: ${names}${more === 0 ? '' : ` (+${more})`}`,
  labels: { before: 'Given before', now: 'Given now', why: 'Why' },
  nothing: 'nothing on file',
  more: (corrections) => `${counted(corrections, 'more correction', 'more corrections')}, see the web page`,
};
