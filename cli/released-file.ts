import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readReleased, writeReleased } from '../src/dataset/files/changes.ts';
import type { Fault } from '../src/dataset/files/fault.ts';
import { toReleasedRows } from '../src/dataset/releasing/compare-releases.ts';
import type { Timeline } from '../src/domain/timeline.ts';

const FILE = 'released.csv';

/** The part of `datapackage.json` with the hash of each file (Data Package, `hash`). */
const datapackageSchema = z.looseObject({
  resources: z.array(z.looseObject({ path: z.string(), hash: z.string().optional() })),
});

/** Writes the acts of a release, and their hash into `datapackage.json`, which reveals truncation. */
export function writeReleasedFile(folder: string, timelines: readonly Timeline[]): void {
  const text = writeReleased(toReleasedRows(timelines));
  const described = join(folder, 'datapackage.json');
  const datapackage: z.infer<typeof datapackageSchema> = JSON.parse(readFileSync(described, 'utf8'));
  datapackageSchema.parse(datapackage);
  const resources = datapackage.resources.map((each) => (each.path === FILE ? { ...each, hash: hashOf(text) } : each));
  writeFileSync(join(folder, FILE), text);
  writeFileSync(described, `${JSON.stringify({ ...datapackage, resources }, null, 2)}\n`);
}

/** Finds faults in `released.csv` if it was altered since the last release: the next would be compared with half the acts. */
export function faultsOfReleased(file: (name: string) => string, timelines: readonly Timeline[]): Fault[] {
  const text = file(FILE);
  const described = file('datapackage.json');
  if (text === '' && described === '') return [];
  const { resources } = datapackageSchema.parse(JSON.parse(described || '{"resources":[]}'));
  if (resources.some(({ path, hash }) => path === FILE && hash === hashOf(text))) return [];
  const { faults } = readReleased(text);
  const line = firstDifference(text, writeReleased(toReleasedRows(timelines)));
  return faults.length > 0 ? [...faults] : [{ file: FILE, line, reason: CUT }];
}

const CUT =
  'the file was truncated or altered since the last release (hash in datapackage.json), and first differs from events.csv here: restore it';

function hashOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Returns the number of the first line, from 1, in which two texts differ. */
function firstDifference(text: string, other: string): number {
  const [lines, others] = [text.split('\n'), other.split('\n')];
  const length = Math.max(lines.length, others.length);
  return Array.from({ length }, (_, index) => index).findIndex((index) => lines[index] !== others[index]) + 1;
}
