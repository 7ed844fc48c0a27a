import type { PageMessages } from '../page-messages.ts';
import { address } from './address.ts';
import { attribution } from './calendars.ts';
import { listed } from './counts.ts';
import { date } from './dates.ts';
import { follow } from './follow.ts';
import { form } from './form.ts';
import { reading } from './reading.ts';

export const pages: PageMessages = {
  frame: {
    name: 'Jubilee',
    skipToContent: 'Skip to content',
    navigation: 'Site',
    anniversaries: 'Anniversaries',
    states: 'Countries',
    planner: 'Planner',
    year: 'Year',
    subscribe: 'Subscribe',
    api: 'API',
    about: 'About the data',
    attribution,
  },
  front: {
    title: 'Jubilee: diplomatic anniversaries, in time',
    heading: 'Diplomatic anniversaries, in time to prepare',
    lede: 'Jubilee watches the relations between all states and says ahead when they reach a round number: on which day, and whether their establishment, their upgrading or their resumption is counted.',
    today: 'Today',
    comingWeek: 'The coming 7 days',
    comingMonth: 'The coming 30 days',
    withoutDay: 'Day not recorded',
    nothingToday: 'No milestone falls today.',
    nothingInWeek: 'No milestone falls in the coming 7 days.',
    nothingInMonth: 'No further milestone falls in the coming 30 days.',
    subscribe: {
      title: 'Get alerts by e-mail',
      lines: ['One digest by e-mail when something is due, weeks or months ahead. Nothing else.'],
    },
  },
  reading,
  date: {
    lede: 'Every anniversary of diplomatic relations that falls on this date, round or not.',
    inMonth: 'Everything that falls in this month.',
    none: 'No anniversary of diplomatic relations is on file for this date.',
    toFront: 'Today and the coming days',
  },
  form,
  inbox: {
    title: 'Check your inbox',
    lines: [
      'If the address can receive our mail, a message with a link is on its way. It comes within a few minutes; check your spam folder too.',
      'Open the link and press the button on its page. Until then nothing is sent to this address.',
    ],
    closing: 'The answer on this page is the same for every address, so that nobody can find out who subscribes.',
  },
  confirm: {
    ready: {
      title: 'Confirm your subscription',
      lines: ['One step is left: press the button, and the digests begin.'],
      address: 'Digests go to',
      button: 'Confirm subscription',
      closing: 'You did not ask for this? Close the page. Without the button nothing is sent.',
    },
    settings: 'Your settings',
    alreadyConfirmed: {
      title: 'Already confirmed',
      lines: ['This subscription is confirmed and active. There is nothing left to do.'],
    },
    expired: {
      title: 'This link has expired',
      lines: ['A link to confirm is valid for 48 hours. Subscribe again, and you get a new one.'],
    },
    invalid: {
      title: 'This link does not work',
      lines: [
        'It may have been cut off when it was copied, or a newer one has replaced it. Use the link in the newest mail, or subscribe again.',
      ],
    },
    subscribeAgain: 'Subscribe again',
    confirmed: {
      title: 'You are subscribed',
      lines: [
        'From today we check every day for you and send a digest when something is due.',
        'Every digest carries a link to change these settings and a link to unsubscribe.',
      ],
    },
    changeSettings: 'Change these settings',
  },
  centre: {
    title: 'Your settings',
    for: 'Digests go to',
    paused: { title: 'You are not subscribed at present.', lines: ['Settings can be kept, but no digest is sent.'] },
    save: 'Save settings',
    saved: {
      title: 'Settings saved',
      lines: ['They apply from the next digest. No day is missed or repeated.'],
    },
    backToSettings: 'Back to the settings',
    askLink: {
      title: 'A link to your settings',
      lines: ['Enter the address that your digests go to. The link opens your settings for 24 hours.'],
      button: 'Send me the link',
    },
    freshLink: {
      title: 'A fresh link to your settings',
      lines: [
        'The link that you followed has expired or does not work: a link to the settings is valid for 24 hours, so that an old mail gives nobody access to them.',
        'Enter your address, and we send you a new one.',
      ],
      button: 'Send me a fresh link',
    },
    leave: 'Leave',
    unsubscribe: {
      title: 'Unsubscribe',
      lines: ['No further digest is sent. You can undo it for 28 days.'],
      button: 'Unsubscribe',
    },
    erase: {
      title: 'Erase everything about me',
      lines: ['Your address and your settings are erased at once. This cannot be undone.'],
      button: 'Erase everything',
    },
  },
  address,
  follow,
  leaving: {
    ready: {
      title: 'Unsubscribe from Jubilee?',
      lines: ['Press the button, and no further digest is sent. You can undo it for 28 days.'],
      button: 'Unsubscribe',
    },
    invalid: {
      title: 'This link does not work',
      lines: ['It may have been cut off when it was copied. Use the link at the foot of the newest digest.'],
    },
    left: (undoUntil) => ({
      title: 'You are unsubscribed',
      lines: [`No further digest is sent. Was this a mistake? You can undo it until ${date(undoUntil)}.`],
    }),
    undo: 'Undo: keep my subscription',
    undone: {
      title: 'You are subscribed again',
      lines: ['Your settings are as they were.'],
    },
    undoExpired: {
      title: 'It can no longer be undone',
      lines: ['More than 28 days have passed, or you have subscribed again since. You can subscribe anew at any time.'],
    },
    erased: {
      title: 'Everything is erased',
      lines: ['Nothing about you is kept. This page is the last you will hear from us.'],
    },
  },
  docs: {
    title: 'API reference',
    document: 'OpenAPI document',
    inEnglish: 'The explanations are in English.',
    contents: 'Contents',
    parameters: 'Parameters',
    body: 'Request body',
    answers: 'Answers',
    example: 'Example',
    curl: 'On the command line',
    required: 'required',
    byDefault: (value) => `Default: ${value}`,
    listOf: (type) => `list of ${type}`,
    oneOf: (values) => `One of ${listed(values)}`,
    limits: ({ least, most }) => {
      if (least === undefined) return `At most ${most}`;
      return most === undefined ? `At least ${least}` : `${least} to ${most}`;
    },
  },
  errors: {
    'not-found': {
      title: 'There is no such page',
      lines: ['The address may be mistyped, or the page may have moved.'],
    },
    'bad-request': {
      title: 'The request could not be understood',
      lines: ['Go back and try once more. If you came by a link, it may have been cut off.'],
    },
    'too-many': {
      title: 'Too many requests',
      lines: ['To protect strangers from unwanted mail, requests are limited. Try again in an hour.'],
    },
    'not-loaded': {
      title: 'The data has not been loaded yet',
      lines: [
        'Try again in a few minutes.',
        'If you look after this site: deploying loads the data. Wait until it has ended, or deploy again.',
      ],
    },
    broken: {
      title: 'Something went wrong on our side',
      lines: ['Nothing was lost. Try again in a few minutes; those who look after Jubilee have been told.'],
    },
    goHome: 'To the anniversaries',
  },
};
