import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildAssets } from '../lambdas/api/pages/build-assets.ts';

const root = join(import.meta.dirname, '..');

/** The files that the table seeder takes along into the cloud. */
const datasetFiles = [
  'events.csv',
  'sources.csv',
  'states.csv',
  'rulings.csv',
  'citations.csv',
  'confidence.csv',
  'predecessors.csv',
  'status.csv',
  'changes.csv',
];

/** CommonJS packages inside a bundle call `require`, which an ES module does not have. */
const requireBanner = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Makes `import … from 'node:http'` a `require`: an import reads every export, and so loads the `fetch` and `WebSocket` of
 * Node.js, which costs each cold start 40 ms of CPU.
 */
const requiredBuiltins: Plugin = {
  name: 'required-builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(node:)?https?$/ }, ({ path, kind }) =>
      kind === 'import-statement' ? { path, namespace: 'required' } : { path, external: true },
    );
    onLoad({ filter: /^/, namespace: 'required' }, ({ path }) => ({
      contents: `module.exports = require('${path}')`,
    }));
  },
};

/** How a function becomes one file. Without a source map: it would triple what Lambda loads at each cold start. */
export const bundleSettings = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: { js: requireBanner },
  plugins: [requiredBuiltins],
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The deployed functions: every folder of `lambdas/` that has a handler. */
export function functionNames(lambdas: string): string[] {
  return readdirSync(lambdas).filter((name) => existsSync(join(lambdas, name, 'handler.ts')));
}

/** Makes `outdir/<function>/index.mjs` of every function, with the dataset beside the seeder's and the pages' assets beside the API's. */
export async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  await Promise.all([bundleFunctions(outdir), bundleAssets(join(outdir, 'api', 'assets'))]);
  for (const file of datasetFiles) cpSync(join(root, 'data', file), join(outdir, 'table-seeder', 'data', file));
}

async function bundleFunctions(outdir: string): Promise<void> {
  const lambdas = join(root, 'lambdas');
  await build({
    ...bundleSettings,
    entryPoints: functionNames(lambdas).map((name) => ({
      in: join(lambdas, name, 'handler.ts'),
      out: join(name, 'index'),
    })),
    outdir,
    outExtension: { '.js': '.mjs' },
  });
}

async function bundleAssets(outdir: string): Promise<void> {
  const { style, form } = await buildAssets();
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'style.css'), style);
  writeFileSync(join(outdir, 'form.js'), form);
}
