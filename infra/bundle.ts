import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildAssets } from '../lambdas/api/pages/build-assets.ts';

const root = join(import.meta.dirname, '..');
const lambdas = join(root, 'lambdas');

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
  'weekends.csv',
];

/**
 * Asks the process for the modules of Node.js. An import reads every export and so loads what stands behind the lazy ones, such
 * as `fetch` and `WebSocket` of `node:http`: 40 ms of CPU at each cold start. An ES module has no `require`.
 */
const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^/ }, ({ path }) => (isBuiltin(path) ? { path, namespace: 'builtin' } : undefined));
    onLoad({ filter: /^/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}')`,
    }));
  },
};

/** Lambda puts credentials into the environment: a function carries no other way to them. Without SSO, STS and their like it is half as many files. */
const credentialsOfEnvironment: Plugin = {
  name: 'credentials-of-environment',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/].*index\.js$/ }, () => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: root,
    }));
  },
};

/** How a function is bundled. Without a source map: it would triple what Lambda loads at each cold start. */
export const bundleSettings = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  plugins: [builtins],
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** The deployed functions: every folder of `lambdas/` that has a handler. */
export function functionNames(lambdas: string): string[] {
  return readdirSync(lambdas).filter((name) => existsSync(join(lambdas, name, 'handler.ts')));
}

/** Makes `outdir/<function>/index.mjs` and its chunks of every function, with the dataset beside the seeder's and the pages' assets beside the API's. */
export async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const functions = functionNames(lambdas).map((name) => bundleFunction(name, outdir));
  await Promise.all([...functions, bundleAssets(join(outdir, 'api', 'assets'))]);
  for (const file of datasetFiles) cpSync(join(root, 'data', file), join(outdir, 'table-seeder', 'data', file));
}

/** Splits off what is imported on demand, such as a room of the API. */
async function bundleFunction(name: string, outdir: string): Promise<void> {
  await build({
    ...bundleSettings,
    plugins: [...bundleSettings.plugins, credentialsOfEnvironment],
    entryPoints: [{ in: join(lambdas, name, 'handler.ts'), out: 'index' }],
    splitting: true,
    outdir: join(outdir, name),
    outExtension: { '.js': '.mjs' },
  });
}

async function bundleAssets(outdir: string): Promise<void> {
  const { style, script } = await buildAssets();
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, 'style.css'), style);
  writeFileSync(join(outdir, 'script.js'), script);
}
