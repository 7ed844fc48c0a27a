import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does the work with a temporary folder, and removes it afterwards. */
export async function withFolder<Outcome>(work: (folder: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  return await work(folder).finally(() => rm(folder, { recursive: true, force: true }));
}
