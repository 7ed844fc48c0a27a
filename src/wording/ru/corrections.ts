import type { CorrectionMessages } from '../correction-messages.ts';
import { formats } from './dates.ts';

export const corrections: CorrectionMessages = {
  title: 'Исправления',
  lede: 'Что изменилось в датах от выпуска к выпуску и почему.',
  count: (corrections) =>
    `${corrections} ${formats.plural(corrections, { one: 'исправление', few: 'исправления', many: 'исправлений', other: 'исправления' })}`,
  subject: ({ names, more }) => `Исправлена дата: ${names}${more === 0 ? '' : ` (+${more})`}`,
  labels: { before: 'Указывалось ранее', now: 'Указано теперь', why: 'Основание' },
  nothing: 'не учтено',
  more: (corrections) => `Ещё исправлений: ${corrections}; см. веб-страницу`,
};
