import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Another process keeps its data in the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, processId: number) {
    super(`${folder} is in use by process ${processId}; choose another folder, or stop that process`);
    this.name = 'FolderInUse';
  }
}

/**
 * Takes the folder for this process, so that no two write the same files. A process that was killed holds it no more.
 *
 * @returns what gives it back.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, processId: number = process.pid): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'process-id');
  const holder = await holderOf(file);
  if (holder && holder !== processId && isAlive(holder)) throw new FolderInUse(folder, holder);
  await writeFile(file, String(processId));
  return () => rm(file, { force: true });
}

async function holderOf(file: string): Promise<number> {
  return Number(await readFile(file, 'utf8').catch(() => 0));
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
