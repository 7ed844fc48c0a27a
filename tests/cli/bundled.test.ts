import { execFile } from 'node:child_process';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const repository = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A package with the launcher of the command, and sources of its own. */
async function newPackage(): Promise<string> {
  const folder = await temporaryFolder();
  for (const name of ['cli', 'src', 'lambdas', 'infra', 'node_modules']) await mkdir(join(folder, name));
  await symlink(join(repository, 'node_modules/esbuild'), join(folder, 'node_modules/esbuild'));
  await cp(join(repository, 'cli/bundled.mjs'), join(folder, 'cli/bundled.mjs'));
  await writeFile(join(folder, 'package-lock.json'), '{}');
  await writeFile(
    join(folder, 'cli/jubilee.ts'),
    `import { said } from '../src/said.ts';\nconsole.log(said, import.meta.dirname, process.argv[2]);`,
  );
  return folder;
}

test('the command runs the current sources, even after they are changed back, and knows where they are', async () => {
  const folder = await newPackage();
  for (const said of ['one', 'two', 'one']) {
    await writeFile(join(folder, 'src/said.ts'), `export const said: string = '${said}';`);
    const { stdout } = await run(process.execPath, [join(folder, 'cli/bundled.mjs'), 'word']);
    expect(stdout).toBe(`${said} ${join(folder, 'cli')} word\n`);
  }
});

test('concurrent commands all find a complete bundle', async () => {
  const folder = await newPackage();
  await writeFile(join(folder, 'src/said.ts'), `export const said = 'all';`);
  const runs = await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, [join(folder, 'cli/bundled.mjs'), 'word'])),
  );
  for (const { stdout } of runs) expect(stdout).toContain('all');
});
