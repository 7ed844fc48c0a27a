import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleSettings } from '../infra/bundle.ts';

export type Bundle = {
  readonly file: string;
  /** Of what it is made, from the root of the package. */
  readonly inputs: readonly string[];
};

const root = join(import.meta.dirname, '..');

/** Bundles a module of this package, named from its root or given as text, as the functions are. */
export async function bundleModule(module: { name: string } | { text: string }, folder: string): Promise<Bundle> {
  const file = join(folder, 'index.mjs');
  const entry =
    'name' in module
      ? { entryPoints: [join(root, module.name)] }
      : { stdin: { contents: module.text, resolveDir: root, loader: 'ts' as const } };
  const { metafile } = await build({ ...bundleSettings, ...entry, metafile: true, outfile: file, absWorkingDir: root });
  return { file, inputs: Object.keys(metafile.inputs) };
}
