import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { buildAssets } from '../lambdas/api/pages/build-assets.ts';

const root = join(import.meta.dirname, '..');
const lambdas = join(root, 'lambdas');

/** The data files bundled with the table seeder. */
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
 * Loads Node.js modules by `process.getBuiltinModule`, as an ES module has no `require`. An import would read every export,
 * and so load lazy ones such as `fetch` and `WebSocket` of `node:http`: 40 ms of CPU at each cold start.
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

/** Drops all credential providers but the environment, where Lambda puts credentials. Without SSO, STS and others, a function has half as many files. */
const credentialsOfEnvironment: Plugin = {
  name: 'credentials-of-environment',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@aws-sdk[\\/]credential-provider-node[\\/].*index\.js$/ }, () => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: root,
    }));
  },
};

/** The settings of each bundle. No source map, which would triple the size that Lambda loads at each cold start. */
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

/** Lists the deployed functions: every folder of `lambdas/` with a handler. */
export function functionNames(lambdas: string): string[] {
  return readdirSync(lambdas).filter((name) => existsSync(join(lambdas, name, 'handler.ts')));
}

/** Bundles every function into `outdir/<function>/index.mjs` and chunks, with the dataset beside the seeder and the pages' assets beside the API. */
export async function bundle(outdir: string): Promise<void> {
  rmSync(outdir, { recursive: true, force: true });
  const functions = functionNames(lambdas).map((name) => bundleFunction(name, outdir));
  await Promise.all([...functions, bundleAssets(join(outdir, 'api', 'assets'))]);
  for (const file of datasetFiles) cpSync(join(root, 'data', file), join(outdir, 'table-seeder', 'data', file));
}

/** Bundles one function, splitting off dynamic imports, such as the rooms of the API. */
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
