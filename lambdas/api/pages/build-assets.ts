import { join } from 'node:path';
import { build } from 'esbuild';
import type { AssetTexts } from './assets.ts';

const web = join(import.meta.dirname, '..', '..', '..', 'src', 'web');

/** The stylesheet and the form's script, made small for browsers: the same for a deployment and for one's own machine. */
export async function buildAssets(): Promise<AssetTexts> {
  const { outputFiles } = await build({
    entryPoints: [join(web, 'style.css'), join(web, 'client', 'form.ts')],
    outdir: web,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { style: textOf('.css'), form: textOf('.js') };
}
