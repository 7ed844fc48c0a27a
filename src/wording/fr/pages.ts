import type { PageMessages } from '../page-messages.ts';
import { address } from './address.ts';
import { attribution } from './calendars.ts';
import { listed } from './counts.ts';
import { date } from './dates.ts';
import { follow } from './follow.ts';
import { form } from './form.ts';
import { reading } from './reading.ts';

export const pages: PageMessages = {
  frame: {
    name: 'Jubilee',
    skipToContent: 'Aller au contenu',
    navigation: 'Site',
    anniversaries: 'Anniversaires',
    states: 'Pays',
    planner: 'Planificateur',
    year: 'Année',
    subscribe: 'S’abonner',
    api: 'API',
    about: 'À propos des données',
    attribution,
  },
  front: {
    title: 'Jubilee : les anniversaires diplomatiques, à temps',
    heading: 'Les anniversaires diplomatiques, à temps pour s’y préparer',
    lede: 'Jubilee observe les relations entre tous les États et signale à l’avance quand elles atteignent un chiffre rond : quel jour, et si l’on compte leur établissement, l’élévation de leur niveau ou leur rétablissement.',
    today: 'Aujourd’hui',
    comingWeek: 'Les 7 prochains jours',
    comingMonth: 'Les 30 prochains jours',
    withoutDay: 'Jour non précisé',
    nothingToday: 'Aucune échéance aujourd’hui.',
    nothingInWeek: 'Aucune échéance dans les 7 prochains jours.',
    nothingInMonth: 'Aucune autre échéance dans les 30 prochains jours.',
    subscribe: {
      title: 'Recevoir les alertes par courriel',
      lines: [
        'Un récapitulatif par courriel quand une échéance approche, des semaines ou des mois avant. Rien d’autre.',
      ],
    },
  },
  reading,
  date: {
    lede: 'Tous les anniversaires de relations diplomatiques qui tombent à cette date, ronds ou non.',
    inMonth: 'Tout ce qui tombe ce mois-ci.',
    none: 'Aucun anniversaire de relations diplomatiques n’est recensé à cette date.',
    toFront: 'Aujourd’hui et les jours à venir',
  },
  form,
  inbox: {
    title: 'Consultez votre boîte de réception',
    lines: [
      'Si l’adresse peut recevoir notre courrier, un message contenant un lien est en route. Il arrive en quelques minutes ; regardez aussi parmi les indésirables.',
      'Ouvrez le lien et appuyez sur le bouton de sa page. D’ici là, rien n’est envoyé à cette adresse.',
    ],
    closing:
      'La réponse de cette page est la même pour toute adresse, afin que personne ne puisse découvrir qui est abonné.',
  },
  confirm: {
    ready: {
      title: 'Confirmez votre abonnement',
      lines: ['Il reste une étape : appuyez sur le bouton, et les récapitulatifs commencent.'],
      address: 'Les récapitulatifs sont envoyés à',
      button: 'Confirmer l’abonnement',
      closing: 'Ce n’est pas vous qui l’avez demandé ? Fermez la page. Sans le bouton, rien n’est envoyé.',
    },
    settings: 'Vos réglages',
    alreadyConfirmed: {
      title: 'Déjà confirmé',
      lines: ['Cet abonnement est confirmé et en service. Il n’y a plus rien à faire.'],
    },
    expired: {
      title: 'Ce lien a expiré',
      lines: ['Un lien de confirmation est valable 48 heures. Abonnez-vous de nouveau pour en recevoir un autre.'],
    },
    invalid: {
      title: 'Ce lien ne fonctionne pas',
      lines: [
        'Il a peut-être été coupé à la copie, ou un lien plus récent l’a remplacé. Utilisez le lien du message le plus récent, ou abonnez-vous de nouveau.',
      ],
    },
    subscribeAgain: 'S’abonner de nouveau',
    confirmed: {
      title: 'Votre abonnement est en service',
      lines: [
        'À partir d’aujourd’hui, nous surveillons chaque jour pour vous, et un récapitulatif arrive à chaque échéance.',
        'Chaque récapitulatif contient un lien pour modifier ces réglages et un lien de désabonnement.',
      ],
    },
    changeSettings: 'Modifier ces réglages',
  },
  centre: {
    title: 'Vos réglages',
    for: 'Les récapitulatifs sont envoyés à',
    paused: {
      title: 'Vous n’avez pas d’abonnement en cours.',
      lines: ['Les réglages peuvent être conservés, mais aucun récapitulatif n’est envoyé.'],
    },
    save: 'Enregistrer les réglages',
    saved: {
      title: 'Réglages enregistrés',
      lines: ['Ils valent dès le prochain récapitulatif. Aucun jour n’est manqué, aucun n’est répété.'],
    },
    backToSettings: 'Retour aux réglages',
    askLink: {
      title: 'Un lien vers vos réglages',
      lines: [
        'Saisissez l’adresse à laquelle vous recevez les récapitulatifs. Le lien ouvre vos réglages pendant 24 heures.',
      ],
      button: 'Envoyer le lien',
    },
    freshLink: {
      title: 'Un nouveau lien vers vos réglages',
      lines: [
        'Le lien que vous avez suivi a expiré ou ne fonctionne pas : un lien vers les réglages est valable 24 heures, afin qu’un ancien message n’y donne accès à personne.',
        'Saisissez votre adresse et nous vous en envoyons un nouveau.',
      ],
      button: 'Envoyer un nouveau lien',
    },
    leave: 'Se désabonner ou tout effacer',
    unsubscribe: {
      title: 'Se désabonner',
      lines: ['Plus aucun récapitulatif n’est envoyé. Vous pouvez l’annuler pendant 28 jours.'],
      button: 'Se désabonner',
    },
    erase: {
      title: 'Effacer tout ce qui me concerne',
      lines: ['Votre adresse et vos réglages sont effacés aussitôt. C’est irréversible.'],
      button: 'Tout effacer',
    },
  },
  address,
  follow,
  leaving: {
    ready: {
      title: 'Se désabonner de Jubilee ?',
      lines: [
        'Appuyez sur le bouton, et plus aucun récapitulatif n’est envoyé. Vous pouvez l’annuler pendant 28 jours.',
      ],
      button: 'Se désabonner',
    },
    invalid: {
      title: 'Ce lien ne fonctionne pas',
      lines: ['Il a peut-être été coupé à la copie. Utilisez le lien au bas du récapitulatif le plus récent.'],
    },
    left: (undoUntil) => ({
      title: 'Votre abonnement est résilié',
      lines: [
        `Plus aucun récapitulatif n’est envoyé. C’était une erreur ? Vous pouvez l’annuler jusqu’au ${date(undoUntil)}.`,
      ],
    }),
    undo: 'Annuler : conserver mon abonnement',
    undone: { title: 'Votre abonnement est rétabli', lines: ['Vos réglages sont tels qu’ils étaient.'] },
    undoExpired: {
      title: 'Il n’est plus possible d’annuler',
      lines: [
        'Plus de 28 jours ont passé, ou un nouvel abonnement a commencé. Vous pouvez vous abonner à tout moment.',
      ],
    },
    erased: {
      title: 'Tout est effacé',
      lines: ['Rien n’est conservé à votre sujet. Cette page est la dernière nouvelle que vous avez de nous.'],
    },
  },
  docs: {
    title: 'Référence de l’API',
    document: 'Document OpenAPI',
    inEnglish: 'Les explications sont en anglais.',
    contents: 'Sommaire',
    parameters: 'Paramètres',
    body: 'Corps de la requête',
    answers: 'Réponses',
    example: 'Exemple',
    curl: 'En ligne de commande',
    required: 'obligatoire',
    byDefault: (value) => `Par défaut : ${value}`,
    listOf: (type) => `liste de ${type}`,
    oneOf: (values) => `L’une des valeurs : ${listed(values)}`,
    limits: ({ least, most }) => {
      if (least === undefined) return `Au plus ${most}`;
      return most === undefined ? `Au moins ${least}` : `De ${least} à ${most}`;
    },
  },
  errors: {
    'not-found': {
      title: 'Cette page n’existe pas',
      lines: ['L’adresse est peut-être mal saisie, ou la page a été déplacée.'],
    },
    'bad-request': {
      title: 'La demande n’a pas pu être comprise',
      lines: ['Revenez en arrière et réessayez. Si vous avez suivi un lien, il a peut-être été coupé.'],
    },
    'too-many': {
      title: 'Trop de demandes',
      lines: ['Pour protéger des tiers du courrier indésirable, les demandes sont limitées. Réessayez dans une heure.'],
    },
    'not-loaded': {
      title: 'Les données ne sont pas encore chargées',
      lines: [
        'Réessayez dans quelques minutes.',
        'Si vous êtes responsable de ce site : le déploiement charge les données. Attendez qu’il se termine ou relancez-le.',
      ],
    },
    broken: {
      title: 'Une erreur s’est produite de notre côté',
      lines: ['Rien n’est perdu. Réessayez dans quelques minutes ; les responsables de Jubilee sont prévenus.'],
    },
    goHome: 'Vers les anniversaires',
  },
};
