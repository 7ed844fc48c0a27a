import type { Timeline } from '../domain/timeline.ts';
import { isWhole, measure } from './calibrating/cells.ts';
import { compareWithIndependent } from './calibrating/comparisons.ts';
import { readConfidence, writeConfidence } from './files/confidence.ts';
import { writeEvents } from './files/events-csv.ts';
import { describeFault } from './files/fault.ts';
import { readDataset } from './read-dataset.ts';
import { type ClaimedDataset, resolve } from './resolving/resolve.ts';

type Files = (name: string) => string;

/** A limit that accepts dates in the future, which are for `jubilee data check` to report. */
const ANY_DAY = '9999-12-31';

/**
 * Checks that `events.csv` matches the edited files, and that `confidence.csv` is complete, before either is used.
 *
 * @returns one line about the first stale, truncated or altered file; `undefined` if there is none
 */
export function staleFile(file: Files): string | undefined {
  const { dataset, faults } = readDataset(file, ANY_DAY);
  const [fault] = faults;
  if (fault) return describeFault(fault);
  const timelines = resolve(dataset);
  if (writeEvents(timelines) !== file('events.csv')) return STALE_EVENTS;
  const events = timelines.flatMap((timeline) => timeline.events);
  return isWhole(readConfidence(file('confidence.csv')), events) ? undefined : STALE_CONFIDENCE;
}

/** Checks both files against a dataset without faults and its timelines, measuring every share again. */
export function staleFiles(dataset: ClaimedDataset, timelines: readonly Timeline[], file: Files): string[] {
  const events = timelines.flatMap((timeline) => timeline.events);
  const measured = writeConfidence(measure(compareWithIndependent(dataset, timelines), events));
  return [
    ...(writeEvents(timelines) === file('events.csv') ? [] : [STALE_EVENTS]),
    ...(measured === file('confidence.csv') ? [] : [STALE_CONFIDENCE]),
  ];
}

const STALE_EVENTS =
  'data/events.csv is stale, cut or altered: run "npm run -s jubilee -- data resolve", and commit what it writes';
const STALE_CONFIDENCE =
  'data/confidence.csv is stale, cut or altered: run "npm run -s jubilee -- data calibrate", and commit what it writes';
