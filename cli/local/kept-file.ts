import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';

/** Thrown when a file of the folder is empty or truncated, as after a full disk or a power failure. */
export class DamagedFile extends Error {
  constructor(file: string, reason = 'is empty or damaged') {
    super(`${file} ${reason}: restore it from a copy, or remove it; to start afresh remove its folder`);
    this.name = 'DamagedFile';
  }
}

const TORN = '.part';

/** Writes a file atomically, even if the process is killed meanwhile. */
export async function writeWhole(path: string, content: string | Buffer, mode?: number): Promise<void> {
  await writeFile(`${path}${TORN}`, content, { mode });
  await rename(`${path}${TORN}`, path);
}

/** Removes files that a killed process left half-written. */
export async function removeTorn(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  await Promise.all(names.filter((name) => name.endsWith(TORN)).map((name) => rm(join(folder, name), { force: true })));
}

/** Reads a JSON file. @throws DamagedFile */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const text = await readFile(path, 'utf8');
  const read = schema.safeParse(parseJson(text));
  if (!read.success) throw new DamagedFile(path);
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
