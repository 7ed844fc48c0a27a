import type { Weekday } from '../../domain/calendar-date.ts';
import type { MilestonePolicy } from '../../domain/milestone.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { EventKind } from '../../domain/relation-event.ts';
import type { FooterMessages } from '../catalogue.ts';
import { listed, ordinal } from './counts.ts';
import { date } from './dates.ts';
import { names } from './names.ts';

/** The most states, pairs or numbers listed, to limit the size of the mail. */
const LISTED = 12;

export const footer: FooterMessages = {
  why: 'Recibe este resumen por su suscripción a Jubilee, con estos ajustes:',
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `Seguimiento: ${followed.length === 0 ? 'todos los Estados' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `Actos: ${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `Aniversarios: ${counting(policy)}`,
  leadTimes: (leadTimes) => `Antelación: ${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `Resumen: ${sending(rhythm)} a las ${String(hour).padStart(2, '0')}:00 (${timeZone})`,
  includeSevered: 'También las relaciones rotas',
  sendEmpty: 'Escribir también cuando no haya nada previsto',
  changePreferences: 'Cambiar estos ajustes',
  unsubscribe: 'Cancelar la suscripción',
  openSite: 'Abrir Jubilee en la web',
  asOf: ({ read, partlyUntil }) =>
    `Datos al ${date(read)}; cambios posteriores incluidos en parte hasta ${date(partlyUntil)}.`,
  attribution:
    'Las fechas proceden de las fuentes citadas con cada aniversario, entre ellas artículos de los colaboradores de Wikipedia (CC BY-SA 4.0; solo nombres y fechas), la Oficina del Historiador de los Estados Unidos y ministerios de relaciones exteriores. Pueden ser erróneas: compruébelas antes de actuar.',
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: 'reconocimiento',
  consular: 'relaciones consulares',
  established: 'establecimiento',
  upgraded: 'elevación del nivel',
  severed: 'ruptura',
  resumed: 'restablecimiento',
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'lunes',
  tuesday: 'martes',
  wednesday: 'miércoles',
  thursday: 'jueves',
  friday: 'viernes',
  saturday: 'sábado',
  sunday: 'domingo',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return 'el primero y luego cada 5 años';
  if (policy === 'tens') return 'cada 10 años';
  if (policy === 'jubilees') return 'cada 25 años';
  if (policy === 'every') return 'todos los años';
  return `${listed(policy.map(ordinal), LISTED)} aniversario`;
}

/** Lists lead times, with the day before on its own: «7 y 1 días» would read as eight. */
function notice(leadTimes: readonly number[]): string {
  const ahead = leadTimes.filter((days) => days > 1).sort((one, other) => other - one);
  const parts = [
    ahead.length > 0 ? `${listed(ahead.map(String), LISTED)} días antes` : '',
    leadTimes.includes(1) ? 'la víspera' : '',
    leadTimes.includes(0) ? 'el mismo día' : '',
  ].filter((part) => part !== '');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} y ${parts.at(-1)}`;
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return 'todos los días';
  if (frequency === 'monthly') return 'el día 1 de cada mes';
  return `cada ${weekdays[weekday]}`;
}
