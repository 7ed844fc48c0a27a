import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { staleFile } from '../../src/dataset/stale-files.ts';
import { dataFolder, readFilesIn } from '../dataset-files.ts';
import { writeWhole } from './kept-file.ts';

/** The record of files that were fresh, so that only a change costs the second to resolve them. */
const MARK = 'data-checked';

/** Ends the command if a generated file of the dataset is stale, truncated or altered. `remember` records that none is. */
export function insistOnFreshData(folder: string, command: Command, data: string = dataFolder) {
  const mark = join(folder, MARK);
  const files = hashFolder(data);
  const isKnown = existsSync(mark) && readFileSync(mark, 'utf8') === files;
  const stale = isKnown ? undefined : staleFile(readFilesIn(data));
  if (stale !== undefined) command.error(`error: ${stale}`, { exitCode: 2 });
  return { remember: (): Promise<void> => writeWhole(mark, files) };
}

function hashFolder(folder: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('base64url');
}
