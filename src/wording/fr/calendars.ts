import type { CalendarMessages } from '../calendar-messages.ts';
import { formats } from './dates.ts';
import { milestones } from './milestones.ts';
import { names } from './names.ts';

/** The attribution of the dates, with the advice to check them. */
export const attribution =
  'Les dates proviennent de ministères des affaires étrangères, du Bureau de l’historien du Département d’État des États-Unis et d’articles des contributeurs de Wikipédia (CC BY-SA 4.0 ; noms et dates seulement). Elles peuvent être erronées : veuillez les vérifier avant d’en faire usage.';

export const calendars: CalendarMessages = {
  name: (followed) => {
    if (followed === 'world') return 'Monde : anniversaires diplomatiques';
    if (followed === 'mine') return 'Mes anniversaires diplomatiques';
    return `${'state' in followed ? names.state(followed.state) : names.pair(followed.pair)} : anniversaires diplomatiques`;
  },
  aboutCalendar: `Les anniversaires dont le jour est connu ; ceux d’un mois ou d’une année n’y figurent pas. ${attribution}`,
  nearestOnly: (count) => `Seules les ${formats.number(count)} échéances les plus proches figurent ici.`,
  aboutFeed: (leadTime) =>
    leadTime === 0
      ? `Une entrée par échéance, le jour même. ${attribution}`
      : `Une entrée par échéance, ${leadTime} ${formats.plural(leadTime, { one: 'jour', other: 'jours' })} avant. ${attribution}`,
  entry: ({ pair, ...milestone }) => `${names.pair(pair)} : ${milestones.brief(milestone)}`,
  category: {
    recognised: 'Reconnaissance',
    consular: 'Relations consulaires',
    established: 'Établissement',
    upgraded: 'Élévation du niveau',
    severed: 'Rupture',
    resumed: 'Rétablissement',
  },
};
