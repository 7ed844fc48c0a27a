import type { ImportedRow } from './import-row.ts';

export type ImportReport = {
  readonly file: string;
  readonly encoding: string;
  readonly subscribers: number;
  /** Absent from a dry run. */
  readonly added?: number;
  /** The skipped lines. */
  readonly leftOut: readonly number[];
  /** The ignored columns. */
  readonly ignored: readonly string[];
};

/** Reports what an import did, or would do, and what the operator should check. */
export function reportText(report: ImportReport, rows: readonly ImportedRow[]): string {
  const { file, encoding, leftOut, ignored } = report;
  const doubtful = encoding === 'Windows-1252' ? rows.filter(({ email }) => email.includes('xn--')) : [];
  const checked = doubtful.map(({ line }) => line).join(', ');
  return [
    outcome(report),
    ...(leftOut.length > 0
      ? [`left out, as they had unsubscribed or were suppressed: lines ${leftOut.join(', ')}`]
      : []),
    ...(ignored.length > 0 ? [`ignored columns: ${ignored.join(', ')}`] : []),
    ...(checked
      ? [`read as Windows-1252, which looks like other code pages: check the domains in lines ${checked}`]
      : []),
  ]
    .map((sentence) => `${file}: ${sentence}\n`)
    .join('');
}

function outcome({ subscribers, added }: ImportReport): string {
  if (added === undefined) return `${countSubscribers(subscribers)}, no fault; nothing is written yet`;
  const others = subscribers - added;
  return `${countSubscribers(added)} added; ${others} ${others === 1 ? 'is known or has left, and stays so' : 'are known or have left, and stay so'}`;
}

function countSubscribers(subscribers: number): string {
  return `${subscribers} subscriber${subscribers === 1 ? '' : 's'}`;
}
