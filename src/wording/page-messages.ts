import type { CalendarDate } from '../domain/calendar-date.ts';
import type { FormMessages } from './form-messages.ts';
import type { Notice, ReadingMessages } from './reading-messages.ts';

/** What the web pages say beside the facts of the milestones, which read as in the mails. */
export type PageMessages = {
  readonly frame: FrameMessages;
  readonly front: FrontMessages;
  readonly reading: ReadingMessages;
  readonly date: DateMessages;
  readonly form: FormMessages;
  readonly inbox: Notice & { readonly closing: string };
  readonly confirm: ConfirmMessages;
  readonly centre: CentreMessages;
  readonly follow: FollowMessages;
  readonly leaving: LeavingMessages;
  readonly docs: DocsMessages;
  readonly errors: Readonly<Record<Failure, Notice>> & { readonly goHome: string };
};

/** Why there is no page to show: nothing at this address, a request that makes no sense, too many of them, no data yet, our own fault. */
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
  readonly subscribe: Notice;
};

/** The page of one date. */
type DateMessages = {
  readonly lede: string;
  readonly none: string;
  readonly toFront: string;
};

type ConfirmMessages = {
  readonly ready: Notice & { readonly button: string; readonly address: string; readonly closing: string };
  readonly settings: string;
  readonly alreadyConfirmed: Notice;
  readonly expired: Notice;
  readonly invalid: Notice;
  readonly subscribeAgain: string;
  readonly confirmed: Notice;
  readonly changeSettings: string;
};

type CentreMessages = {
  readonly title: string;
  readonly for: string;
  readonly paused: Notice;
  readonly save: string;
  readonly saved: Notice;
  readonly backToSettings: string;
  readonly freshLink: Notice & { readonly button: string };
  readonly leave: string;
  readonly unsubscribe: Notice & { readonly button: string };
  readonly erase: Notice & { readonly button: string };
};

/** How to follow without mail: by a calendar or a feed reader. */
export type FollowMessages = {
  readonly public: Notice;
  /** Of the whole world: its calendar holds only what is near. */
  readonly world: Notice;
  /** Of a subscriber's own calendar. */
  readonly personal: Notice;
  /** On a button that opens the calendar program of the device. */
  readonly open: string;
  readonly address: string;
  readonly feed: string;
  readonly help: string;
  /** What to do in each calendar program. */
  readonly programs: readonly Notice[];
  /** A new address in place of one that others may have seen. */
  readonly reset: Notice & { readonly button: string };
  readonly afterReset: Notice;
};

type LeavingMessages = {
  readonly ready: Notice & { readonly button: string };
  readonly invalid: Notice;
  readonly left: (undoUntil: CalendarDate) => Notice;
  readonly undo: string;
  readonly undone: Notice;
  readonly undoExpired: Notice;
  readonly erased: Notice;
};

export type DocsMessages = {
  readonly title: string;
  readonly document: string;
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
