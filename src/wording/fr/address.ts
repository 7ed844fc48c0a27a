import type { AddressMessages } from '../page-messages.ts';

/** The messages on a change of e-mail address. */
export const address: AddressMessages = {
  change: {
    title: 'Changer d’adresse électronique',
    lines: [
      'Récapitulatifs, réglages et historique passent à la nouvelle adresse dès que son titulaire l’a confirmée par le lien que nous y envoyons. D’ici là, rien ne change.',
      'L’adresse actuelle reçoit alors un avis qui permet d’annuler le changement pendant 28 jours.',
    ],
    button: 'Envoyer un lien à la nouvelle adresse',
  },
  ready: {
    title: 'Recevoir vos récapitulatifs à cette adresse ?',
    lines: [
      'Un abonné de Jubilee a demandé à recevoir ses récapitulatifs à cette adresse. Appuyez sur le bouton, et ils arriveront ici dès le prochain.',
    ],
    button: 'Utiliser cette adresse',
    closing: 'Vous n’avez rien demandé ? Fermez la page. Sans le bouton, rien n’est envoyé.',
  },
  moved: {
    title: 'Vos récapitulatifs arrivent à cette adresse',
    lines: [
      'Ils arrivent ici dès le prochain, avec les réglages inchangés. Aucun jour n’est manqué, aucun n’est répété.',
      'L’ancienne adresse reçoit un avis. Les liens vers les réglages qui y ont été envoyés ne fonctionnent plus.',
    ],
  },
  undo: {
    title: 'Annuler le changement d’adresse ?',
    lines: [
      'Appuyez sur le bouton, et les récapitulatifs reviennent à cette adresse. Les liens vers les réglages envoyés ailleurs entre-temps ne fonctionnent plus.',
    ],
    button: 'Annuler le changement',
  },
  undone: {
    title: 'Le changement d’adresse est annulé',
    lines: [
      'Les récapitulatifs reviennent à l’ancienne adresse dès le prochain, sauf si elle a désormais son propre abonnement.',
      'Si quelqu’un d’autre l’avait changée, vérifiez aussi vos réglages.',
    ],
  },
  void: {
    title: 'L’annulation n’est plus possible',
    lines: [
      'Plus de 28 jours ont passé, elle a déjà eu lieu, ou l’abonnement a pris fin. Vous pouvez vous abonner de nouveau à tout moment.',
    ],
  },
};
