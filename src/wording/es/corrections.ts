import type { CorrectionMessages } from '../correction-messages.ts';
import { formats } from './dates.ts';

export const corrections: CorrectionMessages = {
  title: 'Correcciones',
  lede: 'Lo que ha cambiado en las fechas de una versión a otra, y por qué.',
  count: (corrections) => `${corrections} ${formats.plural(corrections, { one: 'corrección', other: 'correcciones' })}`,
  subject: ({ names, more }) => `Fecha corregida: ${names}${more === 0 ? '' : ` (+${more})`}`,
  labels: { before: 'Constaba', now: 'Consta ahora', why: 'Motivo' },
  nothing: 'sin constancia',
  more: (corrections) =>
    `${corrections} ${formats.plural(corrections, { one: 'corrección', other: 'correcciones' })} más: véase la página web`,
};
