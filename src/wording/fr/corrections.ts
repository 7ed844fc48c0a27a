import type { CorrectionMessages } from '../correction-messages.ts';
import { formats } from './dates.ts';

export const corrections: CorrectionMessages = {
  title: 'Rectifications',
  lede: 'Ce qui a changé dans les dates d’une version à l’autre, et pourquoi.',
  count: (corrections) =>
    `${corrections} ${formats.plural(corrections, { one: 'rectification', other: 'rectifications' })}`,
  subject: ({ names, more }) => `Date rectifiée : ${names}${more === 0 ? '' : ` (+${more})`}`,
  labels: { before: 'Indication précédente', now: 'Indication actuelle', why: 'Motif' },
  nothing: 'rien de recensé',
  more: (corrections) =>
    `Encore ${corrections} ${formats.plural(corrections, { one: 'rectification', other: 'rectifications' })} : voir la page web`,
};
