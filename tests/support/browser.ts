import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/** Where the Chromium of the npm package is unpacked, once per installation: `npm ci` clears it. */
const cache = join(import.meta.dirname, '../../node_modules/.cache/chromium');

const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

/**
 * A real Chromium: that of `CHROMIUM_PATH`, or else the one inside the npm package, which needs no network and, on
 * Linux, no library of the system. Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== '') return await chromium.launch({ executablePath: chosen, args });
  const folder = await unpacked();
  const executablePath = join(folder, 'chromium');
  return await chromium
    .launch({ executablePath, args })
    .catch(() => chromium.launch({ executablePath, args, env: librariesOfThePackage(folder) }))
    .catch((cause) => {
      throw new Error('The Chromium of the npm package does not start here: set CHROMIUM_PATH to another', { cause });
    });
}

function librariesOfThePackage(folder: string): NodeJS.ProcessEnv {
  const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':');
  return { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') };
}

/** Unpacks aside and renames, so that test files that start at the same time never meet half a browser. */
async function unpacked(): Promise<string> {
  if (existsSync(cache)) return cache;
  await mkdir(dirname(cache), { recursive: true });
  const aside = await mkdtemp(`${cache}-`);
  await unpackInto(aside);
  await rename(aside, cache).catch(() => rm(aside, { recursive: true, force: true }));
  return cache;
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to run in a Lambda function. */
async function unpackInto(folder: string): Promise<void> {
  const packageUrl = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const script = `import(${JSON.stringify(packageUrl)}).then(({ default: chromium }) => (chromium.default ?? chromium).executablePath())`;
  await promisify(execFile)(process.execPath, ['--eval', script], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
}
