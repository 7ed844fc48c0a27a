import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Notice } from '../domain/notice.ts';

/** The messages of mails other than digests: each is written around one link. */
export type NoticeMessages = Readonly<Record<Exclude<Notice, 'goodbye'>, NoticeMessage>> & {
  /** `undoUntil`: the last day on which the end can be undone. */
  readonly goodbye: (undoUntil: CalendarDate) => NoticeMessage;
  /** Stands over the settings that were asked for. */
  readonly settings: string;
  /** Leads to the address itself, for readers whose mail program does not open links. */
  readonly copyAddress: string;
  /** What Jubilee is, for readers new to it. */
  readonly about: string;
};

export type NoticeMessage = {
  readonly subject: string;
  readonly heading: string;
  /** Why the mail comes. */
  readonly lines: readonly string[];
  readonly link: string;
  /** What the link opens, and for how long. */
  readonly aboutLink: string;
  /** What happens if the reader does nothing, and to stored data. */
  readonly closing: string;
};
