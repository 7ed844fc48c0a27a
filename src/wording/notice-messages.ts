import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Notice } from '../domain/notice.ts';

/** The messages of notices, each built around one link. */
export type NoticeMessages = Readonly<Record<Exclude<Notice, 'goodbye'>, NoticeMessage>> & {
  /** `undoUntil`: the last day to undo it. */
  readonly goodbye: (undoUntil: CalendarDate) => NoticeMessage;
  /** The heading of the requested settings. */
  readonly settings: string;
  /** The introduction of the written-out address, for mail programs that do not open links. */
  readonly copyAddress: string;
  /** A description of Jubilee, for new readers. */
  readonly about: string;
};

export type NoticeMessage = {
  readonly subject: string;
  readonly heading: string;
  /** The reason for the mail. */
  readonly lines: readonly string[];
  readonly link: string;
  /** The purpose of the link, and how long it is valid. */
  readonly aboutLink: string;
  /** The consequences of doing nothing, also for stored data. */
  readonly closing: string;
};
