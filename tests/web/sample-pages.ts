import { defaultPreferences, type Language } from '../../src/domain/preferences.ts';
import { writePreferencesForm } from '../../src/requests/preferences-form.ts';
import { addressPage, movedBackPage, movedPage, newAddressPage, undoMovePage } from '../../src/web/address-page.tsx';
import { confirmedPage, confirmPage } from '../../src/web/confirm-page.tsx';
import { datePage } from '../../src/web/date-page.tsx';
import { docsPage } from '../../src/web/docs-page.tsx';
import { errorPage, missingPage } from '../../src/web/error-page.tsx';
import type { FormState } from '../../src/web/fields.tsx';
import { calendarReplacedPage } from '../../src/web/follow.tsx';
import type { Address, Frame } from '../../src/web/frame.ts';
import { frontPage } from '../../src/web/front-page.tsx';
import type { StateChoice } from '../../src/web/grouped-states.ts';
import type { OpenApi } from '../../src/web/open-api.ts';
import { linkRequestPage, preferencesPage, savedPage } from '../../src/web/preferences-page.tsx';
import { blankForm, inboxPage, subscribePage } from '../../src/web/subscribe-page.tsx';
import { erasedPage, undonePage, unsubscribedPage, unsubscribePage } from '../../src/web/unsubscribe-page.tsx';
import { formFields } from '../../src/wording/form-messages.ts';
import { anEvent, aTimeline, chinaLesotho, preferencesWith } from '../support/builders.ts';
import { sampleReadingPages } from './sample-reading-pages.ts';

export const usualFrame: Frame = {
  language: 'en',
  assets: { style: '/assets/style.css', script: '/assets/script.js' },
  siteUrl: 'https://jubilee.example',
};

export const stateChoices: readonly StateChoice[] = [
  { code: 'CN', region: 'Asia', kind: 'un_member' },
  { code: 'FR', region: 'Europe', kind: 'un_member' },
  { code: 'GN', region: 'Africa', kind: 'un_member' },
  { code: 'GQ', region: 'Africa', kind: 'un_member' },
  { code: 'LS', region: 'Africa', kind: 'un_member' },
  { code: 'CI', region: 'Africa', kind: 'un_member' },
  { code: 'RU', region: 'Europe', kind: 'un_member' },
  { code: 'SU', region: 'Europe', kind: 'former' },
];

const everything = { states: [], policy: 'every' } as const;

/** What comes from people or from the data, to be set into the pages. */
export type Texts = {
  readonly email: string;
  readonly token: string;
  readonly typed: string;
  readonly publisher: string;
};

export const usualTexts: Texts = {
  email: 'desk@ministry.example',
  token: 'k1.abc.def',
  typed: 'ten',
  publisher: 'Foreign Ministry',
};

/** Every page in every state, by what it is. */
export function samplePages(texts: Texts = usualTexts, language: Language = 'en', address?: Address) {
  const { email, token } = texts;
  const frame = { ...usualFrame, language, address };
  const preferences = preferencesWith({
    language,
    states: ['CN'],
    pairs: ['CN-LS'],
    policy: [7, 70],
    includeSevered: true,
  });
  const form = { values: writePreferencesForm(preferences), faults: [] };
  const failed = failedForm(texts);
  return {
    'front page': front(texts, blankForm(language), frame),
    'form that was not taken': subscribePage(frame, { states: stateChoices, form: failed }),
    'prefilled form': subscribePage(frame, { states: stateChoices, form, preview: aPreview }),
    'form for the whole world': subscribePage(frame, { states: stateChoices, form: blankForm(language), volumes }),
    'page of a date': onADate(texts, frame),
    'page of a date without anniversaries': datePage(frame, {
      date: '2024-04',
      milestones: [],
      sources: new Map(),
      filter: everything,
    }),
    'answer to subscribing': inboxPage(frame),
    'page to confirm': confirmPage(frame, { state: 'ready', token, email, preferences }),
    'page of a confirmed link': confirmPage(frame, { state: 'already-confirmed' }),
    'page of an expired link': confirmPage(frame, { state: 'expired' }),
    'page of an invalid link': confirmPage(frame, { state: 'invalid' }),
    'answer to confirming': confirmedPage(frame, { email, preferences, preferencesToken: token }),
    'preference centre': preferencesPage(frame, {
      token,
      unsubscribeToken: token,
      calendarUrl: `https://jubilee.example/calendars/my/${token}.ics`,
      email,
      states: stateChoices,
      form,
    }),
    'preference centre that was not taken': preferencesPage(frame, {
      token,
      email,
      states: stateChoices,
      form: failed,
    }),
    'answer to a new calendar address': calendarReplacedPage(frame, {
      url: `https://jubilee.example/calendars/my/${token}.ics`,
      token,
    }),
    'answer to saving': savedPage(frame, { token, preferences }),
    'form for another address that was not taken': addressPage(frame, { token, form: failed }),
    'page of a new address': newAddressPage(frame, { token, email }),
    'answer to a new address': movedPage(frame),
    'page to undo a move': undoMovePage(frame, { state: 'ready', token, email }),
    'page of a move that cannot be undone': undoMovePage(frame, { state: 'void' }),
    'answer to undoing a move': movedBackPage(frame),
    'page for a fresh link': linkRequestPage(frame, 'freshLink', failed),
    'page for a link': linkRequestPage(frame, 'askLink', noAddress),
    'page to unsubscribe': unsubscribePage(frame, { state: 'ready', token, email }),
    'page of an invalid link to unsubscribe': unsubscribePage(frame, { state: 'invalid' }),
    'answer to unsubscribing': unsubscribedPage(frame, { token, until: '2024-02-09' }),
    'answer to undoing': undonePage(frame, 'undone'),
    'answer to undoing too late': undonePage(frame, 'expired'),
    'answer to erasing': erasedPage(frame),
    'API reference': docsPage(frame, apiDocument(texts)),
    'page that is not there': errorPage(frame, 'not-found'),
    'page of a state that is none': missingPage(frame, 'state'),
    'page of a request that makes no sense': errorPage(frame, 'bad-request', [
      { parameter: 'years', value: texts.typed },
    ]),
    ...sampleReadingPages(frame, texts.publisher),
  } satisfies Record<string, string>;
}

const noAddress: FormState = { values: new URLSearchParams(), faults: [] };

const aPreview = {
  digestsInNext12Months: 17,
  next: [
    {
      on: '2024-01-12',
      items: [{ pair: 'CN-LS', years: 30, title: '30' }],
      more: 2,
      list: 'https://jubilee.example/due?from=2024-01-12&through=2024-01-12',
    },
  ],
};

const volumes = [
  { frequency: 'weekly', policy: 'jubilees', digests: 52, milestones: 502 },
  { frequency: 'daily', policy: 'fives', digests: 365, milestones: 3800 },
] as const;

export type PageName = keyof ReturnType<typeof samplePages>;

function failedForm({ email, typed }: Texts): FormState {
  const names = [...formFields.filter((name) => name !== 'email'), 'policyNumbers', 'leadTimeDays'];
  const values = new URLSearchParams({ ...Object.fromEntries(names.map((name) => [name, typed])), email });
  const name = { text: typed, mayMean: ['CN', 'FR'] };
  return { values, isTyped: true, faults: formFields, unclear: [{ one: name, other: { text: '', mayMean: [] } }] };
}

function onADate({ publisher }: Texts, frame: Frame): string {
  const event = anEvent('resumed', '1994-01-12', { evidence: 'unconfirmed', remark: publisher });
  const milestones = [{ timeline: aTimeline('CN-LS', event), event, years: 30, date: '2024-01-12' }] as const;
  return datePage(frame, { date: '2024-01-12', milestones, sources: new Map(), filter: everything });
}

function front({ publisher }: Texts, form: FormState, frame: Frame): string {
  const [established, , resumed] = chinaLesotho.events;
  if (established === undefined || resumed === undefined) throw new Error('the sample has lost its events');
  const rwanda = anEvent('established', '1984-01-13', {
    evidence: 'disputed',
    alternatives: [{ kind: 'established', date: '1984-01-12', sources: ['press'] }],
  });
  const undated = anEvent('established', '1974-02');
  return frontPage(frame, {
    today: '2024-01-12',
    milestones: [
      { timeline: chinaLesotho, event: resumed, years: 30, date: '2024-01-12' },
      { timeline: aTimeline('BD-RW', rwanda), event: rwanda, years: 40, date: '2024-01-13' },
      { timeline: aTimeline('BD-RW', rwanda), event: rwanda, years: 40, date: '2024-02-01' },
      { timeline: aTimeline('GA-PK', undated), event: undated, years: 50, date: '2024-02' },
    ],
    sources: new Map([['press', { id: 'press', publisher, title: publisher, url: '', grade: 'press' }]]),
    states: stateChoices,
    filter: defaultPreferences,
    form,
  });
}

export function apiDocument({ typed }: Pick<Texts, 'typed'> = usualTexts): OpenApi {
  return {
    info: { title: 'Jubilee', version: '1.0.0', description: 'Dates are `YYYY-MM-DD`.' },
    servers: [{ url: 'https://jubilee.example' }],
    paths: {
      '/v1/subscriptions': {
        post: {
          summary: 'Subscribe an address',
          requestBody: {
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Subscription' },
                example: { email: "d'arc@ministry.example", note: typed },
              },
            },
          },
          responses: { '202': { description: 'Accepted' } },
        },
      },
      '/v1/subscriptions/me': {
        get: { security: [{ manage: [] }], responses: { '200': { description: 'The subscription' } } },
      },
    },
    components: {
      schemas: {
        Subscription: {
          type: 'object',
          required: ['email'],
          properties: {
            email: { type: 'string', format: 'email' },
            states: { type: 'array', items: { type: 'string' }, default: [...defaultPreferences.states] },
            hour: { type: 'integer', minimum: 0, maximum: 23, default: 8 },
          },
        },
      },
    },
  };
}
