import type { NoticeMessages } from '../notice-messages.ts';
import { date } from './dates.ts';

const oneButton = 'The link opens a page with one button; nothing happens until you press it.';
const notYou = 'If it was not you who asked, do nothing: no digest is sent without your confirmation.';

export const notices: NoticeMessages = {
  confirmation: {
    subject: 'Please confirm your subscription to Jubilee',
    heading: 'Confirm your subscription',
    lines: [
      'Jubilee has been asked to send digests of diplomatic anniversaries to this address. Please confirm that you want them.',
    ],
    link: 'Review and confirm',
    aboutLink: `${oneButton} It is valid for 48 hours.`,
    closing: notYou,
  },
  reminder: {
    subject: 'Reminder: please confirm your subscription to Jubilee',
    heading: 'Please confirm your subscription',
    lines: ['Digests of diplomatic anniversaries were asked for at this address, but have not been confirmed yet.'],
    link: 'Review and confirm',
    aboutLink: `${oneButton} It is valid for 48 hours.`,
    closing: `This is the only reminder. ${notYou}`,
  },
  preferences: {
    subject: 'Your link to the settings of Jubilee',
    heading: 'Your settings',
    lines: [
      'You can see and change the settings of your subscription on the web. Here is the link that was asked for.',
    ],
    link: 'Open the settings',
    aboutLink: 'The link is valid for 24 hours. Whoever has it can use it: please do not forward this mail.',
    closing: 'If it was not you who asked, do nothing: nothing has changed.',
  },
  address: {
    subject: 'Please confirm your new address for Jubilee',
    heading: 'Confirm your new address',
    lines: [
      'A subscriber of Jubilee has asked to get their digests of diplomatic anniversaries at this address. Please confirm that they should come here.',
    ],
    link: 'Review and confirm',
    aboutLink: `${oneButton} It is valid for 48 hours.`,
    closing: 'If it was not you who asked, do nothing: no digest comes here without your confirmation.',
  },
  moved: {
    subject: 'Your digests from Jubilee go to another address',
    heading: 'Your address was changed',
    lines: [
      'As somebody with a link to your settings has asked, the digests now go to another address, whose owner has confirmed it. No more come to this one.',
      'If it was not you, you can undo it for 28 days: the digests then come here again.',
    ],
    link: 'Undo the change of address',
    aboutLink: oneButton,
    closing: 'If it was you, you need do nothing. No other mail follows.',
  },
  'moved-back': {
    subject: 'Your digests from Jubilee no longer come here',
    heading: 'The change of address was undone',
    lines: ['The earlier address of this subscription has taken it back. No more digests come to this one.'],
    link: 'Subscribe with this address',
    aboutLink: 'The link opens the form to subscribe.',
    closing: 'If that is right, you need do nothing. No other mail follows.',
  },
  goodbye: (undoUntil) => ({
    subject: 'You are unsubscribed from Jubilee',
    heading: 'You are unsubscribed',
    lines: [
      'As you asked, no further digest of diplomatic anniversaries is sent to this address.',
      `If it was a mistake, you can undo it for 28 days, until ${date(undoUntil)}. Your settings are then as they were.`,
    ],
    link: 'Undo: keep my subscription',
    aboutLink: oneButton,
    closing: 'Otherwise you need do nothing. Unless you ask for it, no other mail follows.',
  }),
  settings: 'What was asked for',
  copyAddress: 'If the link does not open, copy this address into your browser:',
  about: 'Jubilee tells people in time that a diplomatic anniversary is coming.',
};
