import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Another process keeps its data in the folder. */
export class FolderInUse extends Error {
  constructor(folder: string, processId: number) {
    super(`${folder} is in use by process ${processId}; choose another folder, or stop that process`);
    this.name = 'FolderInUse';
  }
}

/**
 * Locks the folder for this process, so that no two write the same files. A killed process no longer holds the lock,
 * even if another process has its number now.
 *
 * @returns what gives it back.
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

/** Numbers of processes are given out again, as after a restart of the machine: the one that holds the folder began when it says. */
async function isStillThere(processId: number, begun: string): Promise<boolean> {
  if (!isAlive(processId)) return false;
  const found = await readBeginning(processId);
  return found === '' || begun === '' || found === begun;
}

/** When a process began, as the system reports it; empty if unknown. */
async function readBeginning(processId: number): Promise<string> {
  const stat = await readFile(`/proc/${processId}/stat`, 'utf8').catch(() => undefined);
  const [, ...fields] = stat?.slice(stat.lastIndexOf(')')).split(' ') ?? [];
  if (stat !== undefined) return `${fields[19]} ${await bootId()}`;
  const asked = promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(processId)]);
  return asked.then(({ stdout }) => stdout.trim()).catch(() => '');
}

/** Linux counts from the start of the machine. */
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
