import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleSettings } from '../infra/bundle.ts';

export type Bundle = {
  readonly file: string;
  /** Its source files, relative to the root of the package. */
  readonly inputs: readonly string[];
};

const root = join(import.meta.dirname, '..');

/** Bundles a module, given by its path from the root or as text, with the settings of the functions. */
export async function bundleModule(module: { name: string } | { text: string }, folder: string): Promise<Bundle> {
  const file = join(folder, 'index.mjs');
  const entry =
    'name' in module
      ? { entryPoints: [join(root, module.name)] }
      : { stdin: { contents: module.text, resolveDir: root, loader: 'ts' as const } };
  const { metafile } = await build({ ...bundleSettings, ...entry, metafile: true, outfile: file, absWorkingDir: root });
  return { file, inputs: Object.keys(metafile.inputs) };
}
