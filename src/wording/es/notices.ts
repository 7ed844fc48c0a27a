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
  address: {
    subject: 'Confirme su nueva dirección para Jubilee',
    heading: 'Confirme su nueva dirección',
    lines: [
      'Un suscriptor de Jubilee ha pedido recibir en esta dirección sus resúmenes de aniversarios diplomáticos. Confirme, por favor, que deben llegar aquí.',
    ],
    link: 'Revisar y confirmar',
    aboutLink: `${oneButton} Es válido durante 48 horas.`,
    closing: 'Si no fue usted quien lo pidió, no haga nada: sin su confirmación no llega aquí ningún resumen.',
  },
  moved: {
    subject: 'Sus resúmenes de Jubilee van a otra dirección',
    heading: 'Su dirección ha cambiado',
    lines: [
      'Como pidió alguien con un enlace a sus ajustes, los resúmenes van ahora a otra dirección, que su titular ha confirmado. A esta ya no llega ninguno.',
      'Si no fue usted, puede deshacerlo durante 28 días: los resúmenes volverán a llegar aquí.',
    ],
    link: 'Deshacer el cambio de dirección',
    aboutLink: oneButton,
    closing: 'Si fue usted, no tiene que hacer nada. No recibirá ningún otro mensaje.',
  },
  'moved-back': {
    subject: 'Sus resúmenes de Jubilee ya no llegan aquí',
    heading: 'El cambio de dirección se ha deshecho',
    lines: ['La dirección anterior de esta suscripción la ha recuperado. A esta ya no llega ningún resumen.'],
    link: 'Suscribirse con esta dirección',
    aboutLink: 'El enlace abre el formulario de suscripción.',
    closing: 'Si es correcto, no tiene que hacer nada. No recibirá ningún otro mensaje.',
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
  copyAddress: 'Si el enlace no se abre, copie esta dirección en su navegador:',
  about: 'Jubilee avisa a tiempo de los aniversarios diplomáticos que se acercan.',
};
