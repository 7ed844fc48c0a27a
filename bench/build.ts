import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** The settings of `infra/bundle.ts`, by which the functions are deployed; `bundle-import` compares the outcomes to the byte. */
const deployed = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
  metafile: true,
} as const satisfies BuildOptions;

export type Bundle = {
  readonly file: string;
  /** Of what it is made, from the root of the package. */
  readonly inputs: readonly string[];
};

const root = join(import.meta.dirname, '..');

/** Bundles a module of this package, named from its root or given as text, as the functions are. */
export async function bundleOf(module: { name: string } | { text: string }, folder: string): Promise<Bundle> {
  const file = join(folder, 'index.mjs');
  const entry =
    'name' in module
      ? { entryPoints: [join(root, module.name)] }
      : { stdin: { contents: module.text, resolveDir: root, loader: 'ts' as const } };
  const { metafile } = await build({ ...deployed, ...entry, outfile: file, absWorkingDir: root });
  return { file, inputs: Object.keys(metafile.inputs) };
}
