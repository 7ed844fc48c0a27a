import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'jubilee-tests-'));

/** Gives a run of the tests a folder of its own for temporary files. */
export function setup(): void {
  process.env.TMPDIR = folder;
}

/** Removes everything that was left there. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
