import type { AddressMessages } from '../page-messages.ts';

/** The messages on a change of e-mail address. */
export const address: AddressMessages = {
  change: {
    title: 'Change the e-mail address',
    lines: [
      'Digests, settings and history move to the new address once its owner has confirmed it by the link that we send there. Until then nothing changes.',
      'The present address then gets a notice, by which the change can be undone for 28 days.',
    ],
    button: 'Send a link to the new address',
  },
  ready: {
    title: 'Use this address for your digests?',
    lines: [
      'A subscriber of Jubilee has asked to get their digests at this address. Press the button, and they come here from the next one.',
    ],
    button: 'Use this address',
    closing: 'You did not ask for this? Close the page. Without the button nothing is sent.',
  },
  moved: {
    title: 'Your digests come to this address',
    lines: [
      'They come here from the next one, with the settings as they were. No day is missed or repeated.',
      'The earlier address gets a notice. Links to the settings that were sent there no longer work.',
    ],
  },
  undo: {
    title: 'Undo the change of address?',
    lines: [
      'Press the button, and the digests come to this address again. Links to the settings that were sent elsewhere meanwhile no longer work.',
    ],
    button: 'Undo the change',
  },
  undone: {
    title: 'The change of address is undone',
    lines: [
      'The digests come to the earlier address again from the next one, unless it has a subscription of its own by now.',
      'If it was somebody else who changed it, please check your settings too.',
    ],
  },
  void: {
    title: 'It can no longer be undone',
    lines: [
      'More than 28 days have passed, it has been undone already, or the subscription has ended. You can subscribe anew at any time.',
    ],
  },
};
