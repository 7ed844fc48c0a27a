import type { FollowMessages } from '../page-messages.ts';

export const follow: FollowMessages = {
  public: {
    title: 'Seguir en su calendario',
    lines: ['Los próximos años de estos aniversarios, cada uno en su día, actualizados por su programa de calendario.'],
  },
  world: {
    title: 'Seguir sin correo electrónico',
    lines: [
      'Los próximos aniversarios del mundo entero, cada uno en su día, actualizados por su programa de calendario o su lector de noticias.',
      'Cada país y cada par de países tiene en su página un calendario y un canal propios, para los años venideros.',
    ],
  },
  personal: {
    title: 'Su propio calendario',
    lines: [
      'Las fechas señaladas de estos ajustes, cada una en su día, en su programa de calendario. Al cambiar los ajustes cambia el calendario.',
      'Su dirección es solo suya: quien la conozca puede ver lo que sigue.',
    ],
  },
  open: 'Añadir a mi calendario',
  address: 'Dirección del calendario',
  feed: 'Canal Atom, para lectores de noticias',
  help: 'Cómo añadirlo en Google, Outlook o Calendario de Apple',
  programs: [
    {
      title: 'Google Calendar',
      lines: [
        'En un ordenador, abra calendar.google.com. Junto a «Otros calendarios» elija el signo más, luego «Desde URL», y pegue la dirección. Google busca cambios más o menos una vez al día.',
      ],
    },
    {
      title: 'Outlook',
      lines: ['En el calendario elija «Agregar calendario», luego «Suscribirse desde la web», y pegue la dirección.'],
    },
    {
      title: 'Calendario de Apple',
      lines: [
        'Pulse el botón de esta página. O, en un Mac, elija «Nueva suscripción a calendario» en el menú Archivo y pegue la dirección.',
      ],
    },
  ],
  reset: {
    title: 'Cambiar la dirección',
    lines: [
      'Si otra persona conoce la dirección, sustitúyala. La antigua deja de funcionar de inmediato, y usted añade la nueva a su programa de calendario.',
    ],
    button: 'Sustituir la dirección',
  },
  afterReset: {
    title: 'La dirección se ha sustituido',
    lines: ['La dirección antigua ya no funciona. Añada la nueva a su programa de calendario.'],
  },
};
