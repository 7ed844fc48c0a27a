import {
  type CalendarDate,
  type PartialDate,
  parsePartialDate,
  weekdayOf,
  yearOf,
} from '../../domain/calendar-date.ts';
import type { DayKey } from '../../domain/day-key.ts';
import type { Evidence } from '../../domain/relation-event.ts';
import type { Grade } from '../../domain/source.ts';
import { dataAsOf } from '../as-of.ts';
import { beside, capitalise, yearsBetween } from '../formats.ts';
import type { AboutCounts, ReadingMessages } from '../reading-messages.ts';
import { date, formats, fromTo, on, since } from './dates.ts';
import { footer, weekdays } from './footer.ts';
import { names } from './names.ts';

const { state } = names;

export const reading: ReadingMessages = {
  filter: {
    legend: 'Ce qui est affiché',
    state: 'Pays',
    wholeWorld: 'Le monde entier',
    kind: 'Acte',
    usualKinds: 'Établissement, élévation du niveau, rétablissement',
    policy: 'Anniversaires',
    show: 'Afficher',
  },
  day: {
    previous: 'Le jour précédent',
    next: 'Le jour suivant',
    policies: 'Quels anniversaires',
    noneOfThese: 'Aucun de ces anniversaires ne tombe à cette date.',
    allYears: (day) => `${capitalise(dayOfYear(day))}, toutes les années`,
    inAllYears: (day) => `${capitalise(dayOfYear(day))}, toutes les années`,
    lede: 'Tous les actes recensés à ce jour de l’année, le plus ancien d’abord.',
    none: 'Aucun acte n’est recensé à ce jour de l’année.',
    inYear: (day, year) => `Ce qui tombe le ${dayOfYear(day)} ${year}`,
  },
  search: {
    title: 'Rechercher',
    hint: 'Pays, deux pays ou date',
    which: 'Lequel voulez-vous dire ?',
    didYouMean: 'Vouliez-vous dire',
    nothing: 'Aucun résultat. Essayez le nom d’un pays, de deux pays (Chine Lesotho) ou une date (12 janvier).',
    noSuchDay: 'Ce jour n’existe pas dans le calendrier.',
  },
  states: {
    title: 'Pays',
    lede: 'Les relations de chaque État avec tous les autres : quand elles ont commencé, ont été rompues et rétablies, et quels anniversaires approchent.',
    partners: (inForce) => `${inForce} ${formats.plural(inForce, { one: 'partenaire', other: 'partenaires' })}`,
  },
  state: {
    description: (code) =>
      `${state(code)} : relations diplomatiques, leur début, leurs ruptures, leur rétablissement, et les anniversaires à venir.`,
    relations: ({ inForce, severed }) =>
      severed === 0
        ? `États en relations : ${inForce}.`
        : `États en relations : ${inForce} ; relations rompues ou suspendues : ${severed}.`,
    since: (when) => `Fondation ou indépendance : ${date(when)}.`,
    unMemberSince: (when) => `Membre des Nations Unies ${since(when)}.`,
    unSeatSince: (when) =>
      `Membre des Nations Unies ${since(when)} ; le siège est passé d’un État ou gouvernement antérieur à l’actuel.`,
    contested:
      'Certains États le reconnaissent, d’autres non. Il figure ici parce que des relations avec lui sont recensées ; la liste ne prend pas position sur son statut.',
    organisations: {
      EU: 'Union d’États européens fondée le 1er novembre 1993 ; ce n’est pas un État. Elle entretient ses propres relations et compte comme siennes celles de la Communauté économique européenne, dont elle est issue. Seules figurent les relations dont le début a été confirmé à la source ; elle en a d’autres.',
      XO: 'Ordre religieux laïc de l’Église catholique, dont le siège est à Rome. Il n’a pas de territoire et entretient ses propres relations comme sujet de droit international. Seules figurent les relations dont le début a été confirmé à la source ; il en a d’autres.',
    },
    ended: (when) => `Cet État a cessé d’exister ${on(when)}. Les anniversaires de ses relations ne sont pas célébrés.`,
    followedBy: 'Ce qui lui a succédé',
    cameFrom: 'Prédécesseur',
    next: 'Prochaines échéances',
    noneNext: 'Aucune échéance dans les 12 prochains mois.',
    year: (year) => `${year}, jour par jour`,
    picture: 'Ses relations au fil du temps',
    howToRead:
      'Chaque ligne est un partenaire, par région, dans l’ordre où les relations ont commencé. Une ligne interrompue montre une rupture.',
    clipped: (start) => `Une ligne au bord a commencé avant ${yearOf(start)}.`,
    inForce: 'en relations',
    severed: 'relations rompues',
    spans: (inForce) => inForce.map(({ from, until }) => yearSpan(from, until)).join(', '),
    withoutRelations: {
      title: 'Sans relations datées',
      lines: [
        'Avec ces États, seules une reconnaissance ou des relations consulaires sont recensées, ou une rupture dont le début ne l’est pas.',
      ],
    },
  },
  relation: {
    description: (pair) =>
      `${names.pair(pair)} : relations diplomatiques, chaque acte daté avec ses sources, et les anniversaires à venir.`,
    status: {
      inForce: (when) => (when === undefined ? 'En relations.' : `En relations ${since(when)}.`),
      severed: (when) =>
        when === undefined ? 'Les relations sont rompues.' : `Les relations sont rompues ${since(when)}.`,
      suspended: (when) =>
        when === undefined
          ? 'Les relations sont suspendues ; la date n’est pas recensée.'
          : `Les relations sont suspendues ${since(when)}.`,
    },
    without: 'Il n’y a pas de relations diplomatiques.',
    none: 'Aucune relation diplomatique n’est recensée : seulement les actes ci-dessous.',
    ended: (when) => `L’un des deux États a cessé d’exister ${on(when)}.`,
    picture: 'Les relations au fil du temps',
    periods: {
      asTable: 'Sous forme de tableau',
      from: 'Du',
      until: 'Au',
      status: 'Situation',
      today: 'aujourd’hui',
      undated: 'fin non recensée',
    },
    table: 'Ce qui s’est passé, et qui le dit',
    act: 'Acte',
    date: 'Date',
    sources: 'Sources',
    grades: { official: 'officiel', encyclopedia: 'encyclopédie', press: 'presse', weak: 'faible' },
    why: (preference) => {
      if (preference.why === 'undecided')
        return 'Aucune des deux dates ne l’emporte : vérifiez avant de vous servir de l’une d’elles.';
      if (preference.why === 'better-source')
        return `Retenue parce que ${gradeNames[preference.grade]} passe avant ${gradeNames[preference.over]}.`;
      if (preference.why === 'more-sources')
        return `Retenue par le nombre de sources : ${preference.sources} contre ${preference.against}.`;
      return 'Retenue parce que ses sources pèsent davantage : elles sont indépendantes entre elles, ou nomment l’entrée en vigueur.';
    },
    discontinued: (numbers) =>
      `Sans effet sur la situation ni sur les anniversaires, car actes d’un prédécesseur que l’État actuel ne reprend pas à son compte : ${formats.and(numbers)}.`,
    bothGive: (givers) =>
      `Les deux gouvernements donnent des dates différentes : ${givers.map(({ state: code, date: day }) => `${state(code)}, ${date(day)}`).join(' ; ')}.`,
    rulings: 'Décision de la rédaction',
    coming: 'Échéances à venir',
    noneComing: 'Aucune échéance dans les dix prochaines années.',
    silent: 'Tant que les relations sont rompues ou suspendues, leurs anniversaires ne sont pas annoncés.',
    facts: {
      title: 'Faits à copier',
      lines: [
        'Chaque échéance à venir en texte simple, pour un message ou un agenda : l’intitulé, le jour dans les deux capitales, la chronologie, les sources.',
      ],
      inAll: 'Dans les six langues',
      inOne: 'Dans cette langue seulement',
      copy: 'Copier',
      copied: 'Copié',
    },
    report: {
      title: 'Une erreur ici ?',
      lines: [
        'La meilleure correction est une meilleure source : nommez-la, avec la date qu’elle donne. Nous ne demandons ni nom ni adresse ; n’en indiquez pas.',
      ],
      link: 'Signaler une erreur',
      act: 'Quel acte',
      anotherAct: 'Un autre acte, ou aucun de ceux-ci',
      text: 'Ce qui est inexact',
      date: 'La date exacte, si vous la connaissez',
      dateHint: 'Un jour sous la forme 2024-01-12, un mois 2024-01, ou une année.',
      source: 'Adresse web d’une source',
      send: 'Envoyer le signalement',
      wrong: {
        text: 'Dites ce qui est inexact, en 1 000 caractères au plus.',
        date: 'Ce n’est pas une date : écrivez 2024-01-12, 2024-01 ou 2024.',
        source: 'Ce n’est pas une adresse web : copiez-la en entier, avec https://.',
      },
      thanks: {
        title: 'Merci',
        lines: [
          'La rédaction lira le signalement et cherchera des sources. Si la date change, la page de la paire et la liste des modifications l’indiqueront.',
        ],
      },
    },
  },
  planner: {
    title: 'Planificateur',
    lede: 'Les échéances des prochains mois sur une page, pour un pays, deux pays, une région ou le monde entier : pour prévoir, imprimer et emporter.',
    description:
      'Les anniversaires diplomatiques d’un pays sur les deux prochaines années : par mois, avec les semaines chargées et le jour dans les deux capitales.',
    state: 'Pays',
    partner: 'Avec',
    allPartners: 'tous les partenaires',
    region: 'Ou une région',
    noRegion: 'aucune',
    firstMonth: 'Premier mois',
    firstMonthHint: 'Par exemple 2027-01 ; vide pour aujourd’hui.',
    years: 'Période',
    duration: (count) => `${count * 12} mois`,
    show: 'Afficher le plan',
    heading: (name) => `Planificateur : ${name}`,
    span: (span) => capitalise(fromTo(span)),
    summary: ({ milestones, busyWeeks: weeks }) =>
      weeks === 0 ? `${due(milestones)}.` : `${due(milestones)}, ${busyWeeks(weeks)}.`,
    busyWeek: ({ milestones, ...span }) => `${due(milestones)} en une semaine : ${fromTo(span)}`,
    day: 'Jour',
    dayInMonth: (day) => `${capitalise(weekdayName(day))} ${Number(day.slice(8))}`,
    milestone: 'Échéance',
    inBothCapitals: 'Dans les deux capitales',
    emptyMonth: 'Aucune échéance.',
    weekend: (code) => `${state(code)} : week-end`,
    morning: ({ here, elsewhere, day, shown }) =>
      `Quand il est 9 h – ${state(here)} : ${weekdayName(shown.day)} ${shown.time}${beside(shown.day, day, ', la veille', ', le lendemain')} – ${state(elsewhere)}`,
    later: 'Mois suivants',
    aboutCapitals:
      'Une date est la même dans les deux capitales, mais elle n’y commence pas au même moment. Quand, à neuf heures du matin dans la première, c’est un autre jour dans la seconde, l’heure locale figure à côté de l’échéance, de même qu’un week-end, pour les États dont une source indique les jours de repos. Les jours fériés ne sont pas connus de Jubilee.',
    facts: 'Faits à copier',
    calendar: 'En calendrier (ICS)',
    xlsx: 'Pour Excel et autres tableurs (XLSX)',
    csv: 'En tableau (CSV)',
    table: {
      date: 'Date',
      weekday: 'Jour de la semaine',
      country: 'Pays',
      partner: 'Partenaire',
      anniversary: 'Anniversaire',
      years: 'Années',
      jubilee: 'Jubilé',
      yes: 'oui',
      no: 'non',
      evidence: 'Fiabilité',
      days: 'Tous les jours et qui les donne',
      page: 'Page',
    },
  },
  year: {
    title: (year) => `${year} dans le monde`,
    description: (year) => `Chaque jour de ${year} selon le nombre d’anniversaires diplomatiques qui y tombent.`,
    lede: ({ milestones, days }) => `${formats.number(milestones)} échéances tombent sur ${days} jours de cette année.`,
    month: (month) => capitalise(formats.monthName(month)),
    weekday: (weekday) => weekdays[weekday].slice(0, 2),
    number: (day) => (day.endsWith('-01') ? '1er' : String(Number(day.slice(8)))),
    day: (day, milestones) => `${date(day)} : ${due(milestones)}`,
    scale: 'Échéances par jour',
    quiet: 'aucune',
    step: ({ least, most }) => (least === most ? String(least) : `${least}–${most}`),
    busiest: 'Les jours les plus chargés',
    withoutDay: (milestones) =>
      `Connues par le mois ou l’année seulement, et à aucun de ces jours : ${due(milestones)}.`,
    previous: 'L’année précédente',
    next: 'L’année suivante',
  },
  about: (counts) => ({
    title: 'À propos des données',
    lines: [
      `Jubilee connaît ${figure(counts.events)} actes datés entre ${figure(counts.pairs)} paires formées par ${counts.states} États, l’Union européenne et l’Ordre de Malte, d’après ${counts.sources} sources.`,
      'On y recueille quand des États se sont reconnus, ont établi, rompu, rétabli leurs relations et élevé leur niveau, qui donne chaque date, et l’on compte les anniversaires.',
    ],
    sections: [
      {
        title: 'Comment une date est décidée',
        lines: [
          'Ce qui est conservé, ce sont des affirmations : une source dit qu’un acte a eu lieu à une date. Les affirmations sur un même acte sont réunies et pesées. Les ministères et les ambassades pèsent plus que les encyclopédies, celles-ci plus que la presse, et les pages d’éphémérides presque rien. Des sources qui se copient n’ont qu’une voix.',
          'La date qui pèse le plus est retenue. Une date plus fine qui s’accorde avec une plus grossière l’emporte. Les autres restent à côté, pour que rien ne soit caché. Là où la règle générale ne suffit pas, la rédaction décide et écrit pourquoi.',
          'Une date est aussi précise que sa source : un jour n’est jamais inventé. Ce qui n’est connu que par le mois ou l’année est annoncé pour le mois ou l’année.',
        ],
      },
      {
        title: 'Fiabilité',
        lines: [
          `Le gouvernement de l’une des parties donne le jour de ${figure(counts.evidence.official)} actes, des sources indépendantes celui de ${figure(counts.evidence.corroborated)} ; ${figure(counts.evidence.listed)} reposent sur les listes des deux parties dans une même encyclopédie, ${figure(counts.evidence.unconfirmed)} ne sont pas confirmés ; pour ${figure(counts.evidence.disputed)}, des sources de poids comparable divergent. ${figure(counts.day)} sont connus au jour près, ${figure(counts.month)} au mois, ${figure(counts.year)} à l’année seulement.`,
          `${counts.officialSources} des sources sont officielles. La plupart des dates viennent des listes d’une seule encyclopédie, Wikipédia.`,
          `Confrontées à des sources indépendantes, ${share(counts.held.listed)} des dates des deux listes se vérifient, ${share(counts.held.unconfirmed)} des dates non confirmées et ${share(counts.held.disputed)} des dates contestées, selon l’époque. La page de chaque paire donne la part pour chaque date, l’API son intervalle à 95 %.`,
          'Méthode : les affirmations sont départagées sans les sources officielles ni la presse, puis les jours obtenus sont comparés à ceux de ces sources. De telles preuves existent là où l’on célèbre : les parts en disent plus sur les paires en vue que sur les autres.',
          'Vérifiez donc avant de vous servir d’une date. Chaque paire a une page avec ses sources.',
        ],
      },
      {
        title: 'Ce qui manque',
        lines: [
          'Les ruptures sont incomplètes : celles des deux guerres mondiales n’y figurent guère. Quelques paires sont données pour suspendues sans date. Reconnaissances, relations consulaires et élévations de niveau ne sont recensées qu’en passant, sauf pour les États-Unis ; l’abaissement du niveau ne l’est pas.',
          'Avant 1815, il s’agit de premiers contacts ou de traités plutôt que de relations au sens actuel. Des relations de l’Union européenne et de l’Ordre de Malte, seules sont recensées celles dont le début a été confirmé à la source. Les États peu reconnus, hormis le Kosovo, la Palestine, la République sahraouie et Taïwan, ne sont pas couverts.',
          footer.asOf(dataAsOf),
        ],
      },
      {
        title: 'Licence',
        lines: [
          'Les données sont libres d’utilisation et de diffusion sous licence Creative Commons Attribution – Partage dans les mêmes conditions 4.0 (CC BY-SA 4.0), car la plupart viennent d’articles des contributeurs de Wikipédia. Seuls les noms et les dates ont été repris. Les dates du Bureau de l’historien du Département d’État des États-Unis sont dans le domaine public.',
        ],
      },
    ],
  }),
  changes: {
    title: 'Modifications des données',
    none: 'Rien n’a encore changé.',
    here: 'Ce qui a changé ici',
    what: { new: 'Nouveau', gone: 'Retiré', day: 'Autre date', kind: 'Autre acte', evidence: 'Fiabilité' },
  },
  ways: {
    data: 'Données (JSON)',
    planner: 'Deux ans sur une page',
    states: 'Tous les pays',
    about: 'À propos des données',
    alerts: (name) => `Recevoir les alertes : ${name}`,
  },
  missing: {
    state: {
      title: 'Aucun État n’a ce code',
      lines: ['Les codes ont deux lettres, comme CN pour la Chine. La liste des pays les contient tous.'],
    },
    pair: {
      title: 'Ce n’est pas une paire',
      lines: ['Une paire est faite de deux codes différents, comme CN-LS pour la Chine et le Lesotho.'],
    },
    events: {
      title: 'Rien n’est recensé pour cette paire',
      lines: [
        'Aucune source connue de Jubilee ne date un acte entre les deux parties. Cela ne veut pas dire qu’elles n’ont pas de relations.',
      ],
    },
    date: {
      title: 'Ce n’est pas une date',
      lines: ['Écrivez un jour 2024-01-12, un mois 2024-01, une année 2024, et un jour de toutes les années 01-12.'],
    },
    year: {
      title: 'Cette année est hors limites',
      lines: ['Les années affichées vont de 1800 à 2200, par exemple 2027.'],
    },
  },
  wrong: {
    tooMany: (most) => `Choisissez au plus ${most} États et paires.`,
    asked: (parameter, value) => `L’adresse demande « ${parameter}=${value} », ce qui ne peut pas être affiché.`,
    meant: (parameter) => `Vouliez-vous dire « ${parameter} » ?`,
    oneOf: (values) => `Écrivez l’une de ces valeurs : ${values.join(', ')}.`,
    policy: (words) => `Écrivez l’un de ces mots : ${words.join(', ')}, ou des nombres d’années tels que 10,25,50.`,
  },
};

const gradeNames: Readonly<Record<Grade, string>> = {
  official: 'une source officielle',
  encyclopedia: 'une encyclopédie',
  press: 'la presse',
  weak: 'une source faible',
};

function due(milestones: number): string {
  return `${milestones} ${formats.plural(milestones, { one: 'échéance', other: 'échéances' })}`;
}

function busyWeeks(count: number): string {
  return `${count} ${formats.plural(count, { one: 'semaine chargée', other: 'semaines chargées' })}`;
}

function dayOfYear(day: DayKey): string {
  return formats.dayAndMonth(parsePartialDate(`2000-${day}`) ?? '2000').replace(/^1 /, '1er ');
}

function yearSpan(from: PartialDate, until: PartialDate | undefined): string {
  return until === undefined ? `depuis ${from.slice(0, 4)}` : yearsBetween(from, until);
}

function weekdayName(day: CalendarDate): string {
  return weekdays[weekdayOf(day)];
}

function figure(count: number): string {
  return formats.number(count);
}

/** Formats the measured share of dates that held, from the lowest to the highest of any era. */
function share({ least, most }: AboutCounts['held'][Evidence]): string {
  const [from, through] = [Math.round(least * 100), Math.round(most * 100)];
  return from === through ? `${from} %` : `${from} à ${through} %`;
}
