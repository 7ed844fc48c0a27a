import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FormMessages } from './form-messages.ts';
import type { Message } from './message.ts';
import type { ReadingMessages } from './reading-messages.ts';

/** The messages of the web pages, besides the facts of milestones, which are the same as in mails. */
export type PageMessages = {
  readonly frame: FrameMessages;
  readonly front: FrontMessages;
  readonly reading: ReadingMessages;
  readonly date: DateMessages;
  readonly form: FormMessages;
  readonly inbox: Message & { readonly closing: string };
  readonly confirm: ConfirmMessages;
  readonly centre: CentreMessages;
  readonly address: AddressMessages;
  readonly follow: FollowMessages;
  readonly leaving: LeavingMessages;
  readonly docs: DocsMessages;
  readonly errors: Readonly<Record<Failure, Message>> & { readonly goHome: string };
};

/** The reasons for an error page: nothing at this address, an invalid request, too many requests, no data yet, our own fault. */
export type Failure = 'not-found' | 'bad-request' | 'too-many' | 'not-loaded' | 'broken';

type FrameMessages = {
  readonly name: string;
  readonly skipToContent: string;
  readonly navigation: string;
  readonly anniversaries: string;
  readonly states: string;
  readonly planner: string;
  readonly year: string;
  readonly subscribe: string;
  readonly api: string;
  readonly about: string;
  readonly attribution: string;
};

type FrontMessages = {
  readonly title: string;
  readonly heading: string;
  readonly lede: string;
  readonly today: string;
  readonly comingWeek: string;
  readonly comingMonth: string;
  readonly withoutDay: string;
  readonly nothingToday: string;
  readonly nothingInWeek: string;
  readonly nothingInMonth: string;
  readonly subscribe: Message;
};

/** The page of one date. */
type DateMessages = {
  readonly lede: string;
  readonly inMonth: string;
  readonly none: string;
  readonly toFront: string;
};

type ConfirmMessages = {
  readonly ready: Message & { readonly button: string; readonly address: string; readonly closing: string };
  readonly settings: string;
  readonly alreadyConfirmed: Message;
  readonly expired: Message;
  readonly invalid: Message;
  readonly subscribeAgain: string;
  readonly confirmed: Message;
  readonly changeSettings: string;
};

type CentreMessages = {
  readonly title: string;
  readonly for: string;
  readonly paused: Message;
  readonly save: string;
  readonly saved: Message;
  readonly backToSettings: string;
  readonly askLink: Message & { readonly button: string };
  readonly freshLink: Message & { readonly button: string };
  readonly leave: string;
  readonly unsubscribe: Message & { readonly button: string };
  readonly erase: Message & { readonly button: string };
};

/** The messages on a change of e-mail address, and its undo. */
export type AddressMessages = {
  readonly change: Message & { readonly button: string };
  /** The page behind the link to the new address. */
  readonly ready: Message & { readonly button: string; readonly closing: string };
  readonly moved: Message;
  readonly undo: Message & { readonly button: string };
  readonly undone: Message;
  readonly void: Message;
};

/** The messages on following without mail: by calendar or feed reader. */
export type FollowMessages = {
  readonly public: Message;
  /** For the whole world, with only the nearest milestones in its calendar. */
  readonly world: Message;
  /** For a subscriber's personal calendar. */
  readonly personal: Message;
  /** The button that opens the device's calendar program. */
  readonly open: string;
  readonly address: string;
  readonly feed: string;
  readonly help: string;
  /** Instructions for each calendar program. */
  readonly programs: readonly Message[];
  /** Replaces an address that others may have seen. */
  readonly reset: Message & { readonly button: string };
  readonly afterReset: Message;
};

type LeavingMessages = {
  readonly ready: Message & { readonly button: string };
  readonly invalid: Message;
  readonly left: (undoUntil: CalendarDate) => Message;
  readonly undo: string;
  readonly undone: Message;
  readonly undoExpired: Message;
  readonly erased: Message;
};

export type DocsMessages = {
  readonly title: string;
  readonly document: string;
  /** A note that text from the document is in English, whatever the language of the page. */
  readonly inEnglish: string;
  readonly contents: string;
  readonly parameters: string;
  readonly body: string;
  readonly answers: string;
  readonly example: string;
  readonly curl: string;
  readonly required: string;
  readonly byDefault: (value: string) => string;
  readonly listOf: (type: string) => string;
  readonly oneOf: (values: readonly string[]) => string;
  readonly limits: (limits: { readonly least?: number | undefined; readonly most?: number | undefined }) => string;
};
