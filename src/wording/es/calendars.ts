import type { CalendarMessages } from '../calendar-messages.ts';
import { formats } from './dates.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution =
  'Las fechas proceden de ministerios de relaciones exteriores, de la Oficina del Historiador de los Estados Unidos y de artículos de los colaboradores de Wikipedia (CC BY-SA 4.0; solo nombres y fechas). Pueden ser erróneas: compruébelas antes de actuar.';

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return 'Mundo: aniversarios diplomáticos';
    if (followed === 'mine') return 'Mis aniversarios diplomáticos';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)}: aniversarios diplomáticos`;
  },
  aboutCalendar: `Los aniversarios cuyo día se conoce; los de un mes o un año no figuran. ${attribution}`,
  nearestOnly: (count) => `Solo figuran aquí las ${formats.number(count)} fechas señaladas más próximas.`,
  aboutFeed: (leadTime) =>
    leadTime === 0
      ? `Una entrada por cada fecha señalada, en su día. ${attribution}`
      : `Una entrada por cada fecha señalada, ${leadTime} ${formats.plural(leadTime, { one: 'día', other: 'días' })} antes. ${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)}: ${milestones.brief(milestone)}`,
  category: {
    recognised: 'Reconocimiento',
    consular: 'Relaciones consulares',
    established: 'Establecimiento',
    upgraded: 'Elevación del nivel',
    severed: 'Ruptura',
    resumed: 'Restablecimiento',
  },
};
