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
  why: 'Vous recevez ce récapitulatif au titre de votre abonnement à Jubilee, réglé ainsi :',
  follows: ({ states, pairs }) => {
    const followed = [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))];
    return `Suivi : ${followed.length === 0 ? 'tous les États' : listed(followed, LISTED)}`;
  },
  kinds: (kinds) => `Actes : ${listed(kinds.map((kind) => acts[kind]))}`,
  policy: (policy) => `Échéances : ${counting(policy)}`,
  leadTimes: (leadTimes) => `Préavis : ${notice(leadTimes)}`,
  schedule: ({ hour, timeZone, ...rhythm }) =>
    `Récapitulatif : ${sending(rhythm)} à ${String(hour).padStart(2, '0')}:00 (${timeZone})`,
  includeSevered: 'Aussi les relations rompues',
  sendEmpty: 'Écrire aussi quand il n’y a rien à signaler',
  changePreferences: 'Modifier ces réglages',
  unsubscribe: 'Se désabonner',
  openSite: 'Ouvrir le site de Jubilee',
  asOf: ({ read, partlyUntil }) =>
    `Données au ${date(read)} ; changements ultérieurs partiellement intégrés jusqu’en ${date(partlyUntil)}.`,
  attribution:
    'Les dates proviennent des sources citées avec chaque échéance, dont des articles des contributeurs de Wikipédia (CC BY-SA 4.0 ; noms et dates seulement), le Bureau de l’historien du Département d’État des États-Unis et des ministères des affaires étrangères. Elles peuvent être erronées : veuillez les vérifier avant d’en faire usage.',
};

const acts: Readonly<Record<EventKind, string>> = {
  recognised: 'reconnaissance',
  consular: 'relations consulaires',
  established: 'établissement',
  upgraded: 'élévation du niveau',
  severed: 'rupture',
  resumed: 'rétablissement',
};

export const weekdays: Readonly<Record<Weekday, string>> = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
};

function counting(policy: MilestonePolicy): string {
  if (policy === 'fives') return 'le 1er anniversaire, puis tous les 5 ans';
  if (policy === 'tens') return 'tous les 10 ans';
  if (policy === 'jubilees') return 'tous les 25 ans';
  if (policy === 'every') return 'tous les ans';
  return `${listed(policy.map(ordinal), LISTED)} anniversaire`;
}

/** Lists lead times, with the day before on its own: « 7 et 1 jours » would read as eight. */
function notice(leadTimes: readonly number[]): string {
  const ahead = leadTimes.filter((days) => days > 1).sort((one, other) => other - one);
  const parts = [
    ahead.length > 0 ? `${listed(ahead.map(String), LISTED)} jours avant` : '',
    leadTimes.includes(1) ? 'la veille' : '',
    leadTimes.includes(0) ? 'le jour même' : '',
  ].filter((part) => part !== '');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}, et ${parts.at(-1)}`;
}

function sending({ frequency, weekday }: Pick<Preferences, 'frequency' | 'weekday'>): string {
  if (frequency === 'daily') return 'chaque jour';
  if (frequency === 'monthly') return 'le 1er de chaque mois';
  return `chaque ${weekdays[weekday]}`;
}
