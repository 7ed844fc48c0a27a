import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TICK_MINUTES } from '../../src/domain/schedule.ts';
import { writeWhole } from './kept-file.ts';

const CLOCK = 'last-seen';

/** Records the clock of `jubilee start`. */
export function rememberClock(folder: string, now: Date): Promise<void> {
  return writeWhole(join(folder, CLOCK), now.toISOString());
}

/**
 * Removes the state of a clock that was ahead of this one by more than a tick: until that time comes, it would keep mails
 * throttled, messages hidden and leases held.
 */
export async function resetForEarlierClock(folder: string, now: Date): Promise<void> {
  const lastSeen = Date.parse(await readFile(join(folder, CLOCK), 'utf8').catch(() => ''));
  if (!(lastSeen - now.getTime() > TICK_MINUTES * 60_000)) return;
  for (const name of await readdir(folder))
    if (name !== 'process-id') await rm(join(folder, name), { recursive: true, force: true });
}
