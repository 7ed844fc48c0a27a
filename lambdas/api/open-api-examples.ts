import { defaultPreferences } from '../../src/domain/subscriber.ts';
import { accepted } from './answers.ts';
import { version } from './version.ts';

const preferences = {
  ...defaultPreferences,
  states: ['CN'],
  leadTimes: [365, 90, 30, 7, 0],
  timeZone: 'Asia/Shanghai',
};

/** What is asked and answered in the OpenAPI document. */
export const examples = {
  subscribe: {
    email: 'desk@ministry.example',
    states: ['CN'],
    leadTimes: [365, 90, 30, 7, 0],
    timeZone: 'Asia/Shanghai',
  },
  link: { email: 'desk@ministry.example' },
  change: { hour: 7, frequency: 'weekly' },
  preview: { pairs: ['CN-LS'], leadTimes: [7], date: '2024-01-01' },
  accepted,
  subscription: { email: 'desk@ministry.example', status: 'active', ...preferences },
  export: {
    subscriber: {
      id: 'q0X3v7hN1mZ8cT5yR2sKwA',
      email: 'desk@ministry.example',
      status: 'active',
      generation: 1704441600,
      preferences,
      coveredThrough: '2024-01-04',
      scheduledSince: '2024-01-05T08:00:00.000Z',
      confirmationMails: 0,
    },
    deliveries: [{ on: '2024-01-05', status: 'sent' }],
  },
  previewed: {
    digestsInNext12Months: 1,
    next: [
      {
        on: '2024-01-05',
        items: [
          {
            pair: 'CN-LS',
            kind: 'resumed',
            years: 30,
            date: '2024-01-12',
            title: '30th anniversary of the resumption of diplomatic relations',
          },
        ],
        more: 0,
      },
    ],
  },
  invalid: {
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    errors: [{ field: 'hour', pointer: '/hour', message: 'Too big: expected number to be <=23' }],
  },
  health: { version, dataset: 'PZ2fYw5mN0sVtq8Rk1LxGA' },
};
