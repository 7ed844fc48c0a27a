import type { NoticeMessages } from '../notice-messages.ts';
import { date } from './dates.ts';

const oneButton = 'El enlace abre una página con un solo botón; no ocurre nada hasta que lo pulse.';
const notYou = 'Si no fue usted quien lo pidió, no haga nada: sin su confirmación no se envía ningún resumen.';

export const notices: NoticeMessages = {
  confirmation: {
    subject: 'Confirme su suscripción a Jubilee',
    heading: 'Confirme su suscripción',
    lines: [
      'Se ha pedido a Jubilee que envíe a esta dirección resúmenes de aniversarios diplomáticos. Confirme, por favor, que desea recibirlos.',
    ],
    link: 'Revisar y confirmar',
    aboutLink: `${oneButton} Es válido durante 48 horas.`,
    closing: notYou,
  },
  reminder: {
    subject: 'Recordatorio: confirme su suscripción a Jubilee',
    heading: 'Confirme, por favor, su suscripción',
    lines: ['Se pidieron para esta dirección resúmenes de aniversarios diplomáticos, pero aún no se han confirmado.'],
    link: 'Revisar y confirmar',
    aboutLink: `${oneButton} Es válido durante 48 horas.`,
    closing: `No habrá otro recordatorio. ${notYou}`,
  },
  preferences: {
    subject: 'Su enlace a los ajustes de Jubilee',
    heading: 'Sus ajustes',
    lines: ['Puede ver y cambiar en la web los ajustes de su suscripción. Este es el enlace que se pidió.'],
    link: 'Abrir los ajustes',
    aboutLink:
      'El enlace es válido durante 24 horas. Puede usarlo cualquiera que lo tenga: por favor, no reenvíe este mensaje.',
    closing: 'Si no fue usted quien lo pidió, no haga nada: nada ha cambiado.',
  },
  goodbye: (undoUntil) => ({
    subject: 'Su suscripción a Jubilee queda cancelada',
    heading: 'Su suscripción queda cancelada',
    lines: [
      'Como pidió, ya no se envían a esta dirección resúmenes de aniversarios diplomáticos.',
      `Si fue un error, puede deshacerlo durante 28 días, hasta el ${date(undoUntil)}. Sus ajustes quedarán entonces como estaban.`,
    ],
    link: 'Deshacer: mantener mi suscripción',
    aboutLink: oneButton,
    closing: 'Si no, no tiene que hacer nada. Salvo que lo pida, no recibirá ningún otro mensaje.',
  }),
  settings: 'Lo que se pidió',
  address: 'Si el enlace no se abre, copie esta dirección en su navegador:',
  about: 'Jubilee avisa a tiempo de los aniversarios diplomáticos que se acercan.',
};
