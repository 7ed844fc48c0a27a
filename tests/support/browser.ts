import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

/** Where the Chromium of the npm package is unpacked, once per installation: `npm ci` clears it. */
const cache = join(import.meta.dirname, '../../node_modules/.cache/chromium');
const executablePath = join(cache, 'chromium');
const fontSettings = join(cache, 'fonts-of-system-and-package.conf');

/** Without a graphics card, and without one imitated in software: pages are read and measured here, and no picture is taken. */
const args = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-software-rasterizer',
];

/**
 * A real Chromium: that of `CHROMIUM_PATH`, or else the one inside the npm package, which needs no network and, on
 * Linux, no library and no font of the system. Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  const browser = await launch();
  const newContext = browser.newContext.bind(browser);
  return Object.assign(browser, {
    newContext: async (options?: BrowserContextOptions) => {
      const context = await newContext(options);
      context.setDefaultTimeout(NO_LIMIT);
      return context;
    },
  });
}

/** Playwright gives up after 30 seconds; here only the limit of a test counts, which a busy machine does not reach. */
const NO_LIMIT = 0;

async function launch(): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  const options = { args, timeout: NO_LIMIT };
  if (chosen !== undefined && chosen !== '') return await chromium.launch({ ...options, executablePath: chosen });
  if (!existsSync(cache)) await unpack();
  const env = { ...process.env, FONTCONFIG_FILE: fontSettings };
  const libraries = [join(cache, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':');
  return await chromium
    .launch({ ...options, executablePath, env })
    .catch(() => chromium.launch({ ...options, executablePath, env: { ...env, LD_LIBRARY_PATH: libraries } }))
    .catch((cause) => {
      throw new Error('The Chromium of the npm package does not start here: set CHROMIUM_PATH to another', { cause });
    });
}

/** Unpacks aside and renames, so that test files that start at the same time never meet half a browser. */
async function unpack(): Promise<void> {
  await mkdir(dirname(cache), { recursive: true });
  const aside = await mkdtemp(`${cache}-`);
  await unpackInto(aside);
  await writeFile(join(aside, 'fonts-of-system-and-package.conf'), fontconfig);
  await rename(aside, cache).catch(() => rm(aside, { recursive: true, force: true }));
}

/** The package unpacks into the temporary folder, and its libraries only where it believes to run in a Lambda function. */
async function unpackInto(folder: string): Promise<void> {
  const installed = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const script = `import(${JSON.stringify(installed)}).then(({ default: chromium }) => (chromium.default ?? chromium).executablePath())`;
  await promisify(execFile)(process.execPath, ['--eval', script], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
}

const fontconfig = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(cache, 'fonts')}</dir>
</fontconfig>
`;
