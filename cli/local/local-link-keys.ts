import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { newLinkKeys } from '../../src/adapters/lambda/link-signer.ts';
import { readJson, writeWhole } from './kept-file.ts';

/** The file mode, for the owner only, as the keys can sign links. */
const OWNER_ONLY = 0o600;

const linkKeys = z.object({ current: z.string().min(1) }).loose();

/**
 * Reads the keys that sign links, or creates them at the first start, so that links survive a restart.
 *
 * @throws DamagedFile
 */
export async function localLinkKeys(folder: string): Promise<string> {
  const file = join(folder, 'link-keys.json');
  if (!existsSync(file)) await writeWhole(file, newLinkKeys(), OWNER_ONLY);
  return JSON.stringify(await readJson(file, linkKeys));
}
