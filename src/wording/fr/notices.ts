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
  address: 'Si le lien ne s’ouvre pas, copiez cette adresse dans votre navigateur :',
  about: 'Jubilee signale à temps les anniversaires diplomatiques à venir.',
};
