import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './measure.ts';
import { judge, type Result } from './result.ts';
import { withFolder } from './temporary.ts';

const ROUNDS = 7;
const root = join(import.meta.dirname, '..');
const wholeYear = ['run', '-s', 'jubilee', '--', 'anniversaries', '--from', '2026-01-01', '--to', '2026-12-31'];
const run = promisify(execFile);

/** Measures the command that lists a year's anniversaries, in s from call to prompt, beside npm and tsx with nothing to do. */
export function measureCommand(onProgress: (part: number) => void): Promise<Result[]> {
  return withFolder(async (folder) => {
    await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts: { nothing: emptyCommand } }));
    const samples: { ours: number; yardstick: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      samples.push({
        ours: await secondsOfNpm(wholeYear, root),
        yardstick: await secondsOfNpm(['run', '-s', 'nothing'], folder),
      });
      onProgress((round + 1) / (ROUNDS + 1));
    }
    const counted = samples.slice(1);
    const value = median(counted.map(({ ours }) => ours));
    const yardstick = median(counted.map((sample) => sample.yardstick));
    const name = 'command: anniversaries of a year';
    return [judge({ name, value, unit: 's', yardstick, beside: 'npm and tsx alone' }, { value: 1 })];
  });
}

const emptyCommand = `node --import ${createRequire(import.meta.url).resolve('tsx')} -e 0`;

async function secondsOfNpm(args: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  await run('npm', args, { cwd, maxBuffer: 1e8 });
  return (performance.now() - start) / 1000;
}
