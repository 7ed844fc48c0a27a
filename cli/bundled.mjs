// Runs the command from a bundle, which starts in half the time of the sources through a loader. Builds the bundle at first
// use and after each change of a source: its folder is named after their content.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const DAY_MS = 86_400_000;
const requireBanner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
const root = join(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache');
const folder = join(cache, `jubilee-${hashOfSources()}`);
if (!existsSync(folder)) await makeBundle();
await import(pathToFileURL(join(folder, 'jubilee.js')));

function hashOfSources() {
  const hash = createHash('sha256').update(root);
  const files = ['cli', 'src', 'lambdas', 'infra'].flatMap((name) =>
    readdirSync(join(root, name), { recursive: true }).map((file) => join(name, file)),
  );
  for (const file of ['package-lock.json', ...files.sort()]) {
    if (extname(file) !== '') hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds the bundle in a temporary folder, so that other processes find a complete one or none; the first to finish wins. */
async function makeBundle() {
  const { build } = await import('esbuild');
  mkdirSync(cache, { recursive: true });
  removeOldBundles();
  const outdir = mkdtempSync(join(cache, 'jubilee-new-'));
  await build({
    entryPoints: [join(root, 'cli', 'jubilee.ts')],
    absWorkingDir: root,
    outdir,
    bundle: true,
    splitting: true,
    external: ['esbuild', 'classic-level', 'dynalite'],
    mainFields: ['module', 'main'],
    banner: { js: requireBanner },
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    plugins: [{ name: 'places-of-sources', setup: ({ onLoad }) => onLoad({ filter: /\.tsx?$/ }, withItsPlace) }],
  });
  try {
    renameSync(outdir, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(outdir, { recursive: true });
  }
}

/** Removes old bundles, except those of running commands, which load parts on demand. */
function removeOldBundles() {
  for (const name of readdirSync(cache).filter((each) => each.startsWith('jubilee-'))) {
    const bundle = join(cache, name);
    const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - made > DAY_MS) rmSync(bundle, { recursive: true, force: true });
  }
}

/** Loads a source with its original location, by which it finds the files beside it. */
function withItsPlace({ path }) {
  const contents = readFileSync(path, 'utf8')
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  return { contents, loader: extname(path).slice(1) };
}
