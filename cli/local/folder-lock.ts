import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Thrown when another process uses the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, processId: number) {
    super(`${folder} is in use by process ${processId}; choose another folder, or stop that process`);
    this.name = 'FolderInUse';
  }
}

/**
 * Locks the folder for this process, so that no two write the same files. A killed process loses its lock, even if another
 * process has its id now.
 *
 * @returns the function that unlocks it.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, processId: number = process.pid): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'process-id');
  const [holder, begun] = await readHolder(file);
  if (holder && holder !== processId && (await isStillThere(holder, begun))) throw new FolderInUse(folder, holder);
  await writeFile(file, `${processId}\n${await readBeginning(processId)}`);
  return () => rm(file, { force: true });
}

type Holder = readonly [processId: number, begun: string];

async function readHolder(file: string): Promise<Holder> {
  const [processId = '', begun = ''] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  return [Number(processId), begun];
}

/** Checks by its start time that a process is still the holder, as process ids are reused, for example after a reboot. */
async function isStillThere(processId: number, begun: string): Promise<boolean> {
  if (!isAlive(processId)) return false;
  const found = await readBeginning(processId);
  return found === '' || begun === '' || found === begun;
}

/** Reads the start time of a process from the system; empty if unknown. */
async function readBeginning(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined);
  const [, ...fields] = stat?.slice(stat.lastIndexOf(')')).split(' ') ?? [];
  if (stat !== undefined) return `${fields[19]} ${await bootId()}`;
  const asked = promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(processId)]);
  return asked.then(({ stdout }) => stdout.trim()).catch(() => '');
}

/** Reads the id of this boot, as Linux counts start times from the boot. */
function bootId(): Promise<string> {
  return readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(
    (id) => id.trim(),
    () => '',
  );
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
