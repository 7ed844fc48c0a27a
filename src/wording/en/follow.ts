import type { FollowMessages } from '../page-messages.ts';

export const follow: FollowMessages = {
  public: {
    title: 'Follow in your calendar',
    lines: ['The coming years of these anniversaries, each on its day, kept up to date by your calendar program.'],
  },
  world: {
    title: 'Follow without e-mail',
    lines: [
      'What comes next in the whole world, each on its day, kept up to date by your calendar program or your news reader.',
      'Every country and every pair of countries has a calendar and a feed of its own, for years ahead, on its page.',
    ],
  },
  personal: {
    title: 'Your own calendar',
    lines: [
      'The milestones of these settings, each on its day, in your calendar program. A change of the settings changes the calendar.',
      'Its address is yours alone: whoever knows it can see what you follow.',
    ],
  },
  open: 'Add to my calendar',
  address: 'Address of the calendar',
  feed: 'Atom feed, for news readers',
  help: 'How to add it in Google, Outlook or Apple Calendar',
  programs: [
    {
      title: 'Google Calendar',
      lines: [
        'On a computer, open calendar.google.com. Beside “Other calendars” choose the plus sign, then “From URL”, and paste the address. Google looks for changes about once a day.',
      ],
    },
    {
      title: 'Outlook',
      lines: ['In the calendar choose “Add calendar”, then “Subscribe from web”, and paste the address.'],
    },
    {
      title: 'Apple Calendar',
      lines: [
        'Press the button on this page. Or, on a Mac, choose “New Calendar Subscription” in the File menu and paste the address.',
      ],
    },
  ],
  reset: {
    title: 'Replace the calendar address',
    lines: [
      'If somebody else has come to know the address, replace it. The old one stops working at once, and you add the new one to your calendar program.',
    ],
    button: 'Replace the address',
  },
  afterReset: {
    title: 'The address is replaced',
    lines: ['The old address no longer works. Add the new one to your calendar program.'],
  },
};
