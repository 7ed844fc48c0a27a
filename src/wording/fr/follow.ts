import type { FollowMessages } from '../page-messages.ts';

export const follow: FollowMessages = {
  public: {
    title: 'Suivre dans votre calendrier',
    lines: [
      'Les prochaines années de ces anniversaires, chacun en son jour, tenues à jour par votre logiciel de calendrier.',
    ],
  },
  world: {
    title: 'Suivre sans courriel',
    lines: [
      'Les prochains anniversaires du monde entier, chacun en son jour, tenus à jour par votre logiciel de calendrier ou votre lecteur de flux.',
      'Chaque pays et chaque paire de pays a sur sa page son propre calendrier et son propre flux, pour les années à venir.',
    ],
  },
  personal: {
    title: 'Votre propre calendrier',
    lines: [
      'Les échéances de ces réglages, chacune en son jour, dans votre logiciel de calendrier. Changer les réglages change le calendrier.',
      'Son adresse n’appartient qu’à vous : quiconque la connaît peut voir ce que vous suivez.',
    ],
  },
  open: 'Ajouter à mon calendrier',
  address: 'Adresse du calendrier',
  feed: 'Flux Atom, pour lecteurs d’actualités',
  help: 'Comment l’ajouter dans Google, Outlook ou Calendrier d’Apple',
  programs: [
    {
      title: 'Google Agenda',
      lines: [
        'Sur un ordinateur, ouvrez calendar.google.com. À côté de « Autres agendas », choisissez le signe plus, puis « À partir de l’URL », et collez l’adresse. Google cherche les changements environ une fois par jour.',
      ],
    },
    {
      title: 'Outlook',
      lines: [
        'Dans le calendrier, choisissez « Ajouter un calendrier », puis « S’abonner à partir du web », et collez l’adresse.',
      ],
    },
    {
      title: 'Calendrier d’Apple',
      lines: [
        'Appuyez sur le bouton de cette page. Ou, sur un Mac, choisissez « Nouvel abonnement à un calendrier » dans le menu Fichier et collez l’adresse.',
      ],
    },
  ],
  reset: {
    title: 'Changer l’adresse',
    lines: [
      'Si quelqu’un d’autre connaît l’adresse, remplacez-la. L’ancienne cesse aussitôt de fonctionner, et vous ajoutez la nouvelle à votre logiciel de calendrier.',
    ],
    button: 'Remplacer l’adresse',
  },
  afterReset: {
    title: 'L’adresse est remplacée',
    lines: ['L’ancienne adresse ne fonctionne plus. Ajoutez la nouvelle à votre logiciel de calendrier.'],
  },
};
