import type { PartialDate } from './calendar-date.ts';
import type { EventKind, Pair } from './relation-event.ts';

/** A reader's report of an error in the data of a pair. It identifies nobody. */
export type ErrorReport = {
  readonly pair: Pair;
  /** The act in question; absent if it is not on file. */
  readonly act?: { readonly kind: EventKind; readonly date: PartialDate } | undefined;
  readonly text: string;
  /** The correct date according to the reader. */
  readonly date?: PartialDate | undefined;
  /** A web address as evidence. */
  readonly source?: string | undefined;
};

/** A report in the request queue. `ip` is used for rate limits only. */
export type ReportRequest = { readonly kind: 'report'; readonly report: ErrorReport; readonly ip: string };

/** A report on file; its id begins with the instant of arrival. */
export type FiledReport = ErrorReport & { readonly id: string; readonly at: Date };
