import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newLinkKeys } from '../../src/adapters/lambda/link-signer.ts';
import { writeWhole } from './mail-store.ts';

/** Whoever reads the keys can sign links. */
const OWNER_ONLY = 0o600;

/** The keys that sign links here, made at the first start and kept, so that links survive a restart. */
export async function localLinkKeys(folder: string): Promise<string> {
  const file = join(folder, 'link-keys.json');
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  const keys = kept ?? newLinkKeys();
  if (kept === undefined) await writeWhole(file, keys, OWNER_ONLY);
  return keys;
}
