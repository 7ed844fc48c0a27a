import type { NoticeMessages } from '../notice-messages.ts';
import { date } from './dates.ts';

export const notices: NoticeMessages = {
  confirmation: {
    subject: 'Please confirm your subscription to Jubilee',
    heading: 'Confirm your subscription',
    lines: ['Somebody, most likely you, asked Jubilee to send digests of diplomatic anniversaries to this address.'],
    link: 'Review and confirm',
    aboutLink: 'The link opens a page with one button; nothing happens until you press it. It is valid for 48 hours.',
    closing: 'If it was not you, do nothing: no digest is sent without your confirmation.',
  },
  reminder: {
    subject: 'Reminder: please confirm your subscription to Jubilee',
    heading: 'Your subscription awaits confirmation',
    lines: ['Digests of diplomatic anniversaries were asked for at this address and have not been confirmed yet.'],
    link: 'Review and confirm',
    aboutLink: 'The link opens a page with one button; nothing happens until you press it. It is valid for 48 hours.',
    closing: 'This is the only reminder. If it was not you, do nothing: no digest is sent without your confirmation.',
  },
  link: {
    subject: 'Your link to the settings of Jubilee',
    heading: 'Your settings',
    lines: ['Somebody, most likely you, asked for a link to the settings of your subscription.'],
    link: 'Open the settings',
    aboutLink:
      'The link is valid for 24 hours. Whoever has it can change the settings: please keep this mail to yourself.',
    closing: 'If it was not you, do nothing: nothing has changed.',
  },
  goodbye: (undoUntil) => ({
    subject: 'You are unsubscribed from Jubilee',
    heading: 'You are unsubscribed',
    lines: [
      'Your digests of diplomatic anniversaries have ended, as you asked. No further digest is sent to this address.',
      `If it was a mistake, you can undo it for 28 days, until ${date(undoUntil)}; your settings are then as they were.`,
    ],
    link: 'Undo the end of my subscription',
    aboutLink: 'The link opens a page with one button; nothing happens until you press it.',
    closing: 'You need do nothing more. This is the last mail that we send you unasked.',
  }),
  settings: 'What was asked for',
  address: 'If the link does not open, copy this address into your browser:',
};
