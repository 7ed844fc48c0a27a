import type { PartialDate } from './calendar-date.ts';
import type { EventKind, Pair } from './relation-event.ts';

/** A reader's report of an error in the data of a pair. It identifies nobody. */
export type ErrorReport = {
  readonly pair: Pair;
  /** The act that it is about; absent for one that is not on file. */
  readonly act?: { readonly kind: EventKind; readonly date: PartialDate } | undefined;
  readonly text: string;
  /** The date that they say is right. */
  readonly date?: PartialDate | undefined;
  /** A web address that gives it. */
  readonly source?: string | undefined;
};

/** A report as it waits in the queue of requests. `ip` is only ever counted. */
export type ReportRequest = { readonly kind: 'report'; readonly report: ErrorReport; readonly ip: string };

/** A report on file: its id begins with the instant at which it came. */
export type FiledReport = ErrorReport & { readonly id: string; readonly at: Date };
