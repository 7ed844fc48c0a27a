import type { NoticeMessages } from '../notice-messages.ts';
import { date } from './dates.ts';

const oneButton = 'Le lien ouvre une page avec un seul bouton ; rien ne se passe tant que vous n’appuyez pas dessus.';
const notYou =
  'Si la demande ne vient pas de vous, ne faites rien : aucun récapitulatif n’est envoyé sans votre confirmation.';

export const notices: NoticeMessages = {
  confirmation: {
    subject: 'Veuillez confirmer votre abonnement à Jubilee',
    heading: 'Confirmez votre abonnement',
    lines: [
      'Il a été demandé à Jubilee d’envoyer à cette adresse des récapitulatifs d’anniversaires diplomatiques. Veuillez confirmer que vous les souhaitez.',
    ],
    link: 'Vérifier et confirmer',
    aboutLink: `${oneButton} Il est valable 48 heures.`,
    closing: notYou,
  },
  reminder: {
    subject: 'Rappel : veuillez confirmer votre abonnement à Jubilee',
    heading: 'Veuillez confirmer votre abonnement',
    lines: [
      'Des récapitulatifs d’anniversaires diplomatiques ont été demandés pour cette adresse, mais n’ont pas encore été confirmés.',
    ],
    link: 'Vérifier et confirmer',
    aboutLink: `${oneButton} Il est valable 48 heures.`,
    closing: `Il n’y aura pas d’autre rappel. ${notYou}`,
  },
  preferences: {
    subject: 'Votre lien vers les réglages de Jubilee',
    heading: 'Vos réglages',
    lines: [
      'Vous pouvez consulter et modifier sur le web les réglages de votre abonnement. Voici le lien qui a été demandé.',
    ],
    link: 'Ouvrir les réglages',
    aboutLink:
      'Le lien est valable 24 heures. Quiconque le possède peut s’en servir : veuillez ne pas transférer ce message.',
    closing: 'Si la demande ne vient pas de vous, ne faites rien : rien n’a changé.',
  },
  address: {
    subject: 'Veuillez confirmer votre nouvelle adresse pour Jubilee',
    heading: 'Confirmez votre nouvelle adresse',
    lines: [
      'Un abonné de Jubilee a demandé à recevoir à cette adresse ses récapitulatifs d’anniversaires diplomatiques. Veuillez confirmer qu’ils doivent arriver ici.',
    ],
    link: 'Vérifier et confirmer',
    aboutLink: `${oneButton} Il est valable 48 heures.`,
    closing:
      'Si la demande ne vient pas de vous, ne faites rien : aucun récapitulatif n’arrive ici sans votre confirmation.',
  },
  moved: {
    subject: 'Vos récapitulatifs Jubilee vont à une autre adresse',
    heading: 'Votre adresse a été changée',
    lines: [
      'À la demande d’une personne disposant d’un lien vers vos réglages, les récapitulatifs vont désormais à une autre adresse, confirmée par son titulaire. Cette adresse-ci n’en reçoit plus.',
      'Si ce n’était pas vous, vous pouvez l’annuler pendant 28 jours : les récapitulatifs reviendront ici.',
    ],
    link: 'Annuler le changement d’adresse',
    aboutLink: oneButton,
    closing: 'Si c’était vous, vous n’avez rien à faire. Aucun autre message ne suivra.',
  },
  'moved-back': {
    subject: 'Vos récapitulatifs Jubilee n’arrivent plus ici',
    heading: 'Le changement d’adresse a été annulé',
    lines: ['L’ancienne adresse de cet abonnement l’a repris. Cette adresse-ci ne reçoit plus de récapitulatifs.'],
    link: 'S’abonner avec cette adresse',
    aboutLink: 'Le lien ouvre le formulaire d’abonnement.',
    closing: 'Si c’est bien ce qui était voulu, vous n’avez rien à faire. Aucun autre message ne suivra.',
  },
  goodbye: (undoUntil) => ({
    subject: 'Votre abonnement à Jubilee est résilié',
    heading: 'Votre abonnement est résilié',
    lines: [
      'Comme vous l’avez demandé, plus aucun récapitulatif d’anniversaires diplomatiques n’est envoyé à cette adresse.',
      `S’il s’agit d’une erreur, vous pouvez l’annuler pendant 28 jours, jusqu’au ${date(undoUntil)}. Vos réglages seront alors tels qu’ils étaient.`,
    ],
    link: 'Annuler : conserver mon abonnement',
    aboutLink: oneButton,
    closing: 'Sinon, vous n’avez rien à faire. Sans demande de votre part, aucun autre message ne suivra.',
  }),
  settings: 'Ce qui a été demandé',
  copyAddress: 'Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur :',
  about: 'Jubilee signale à temps les anniversaires diplomatiques à venir.',
};
