import { join } from 'node:path';
import { build } from 'esbuild';
import type { AssetTexts } from './assets.ts';

const web = join(import.meta.dirname, '..', '..', '..', 'src', 'web');

/** Bundles and minifies the stylesheet and the script, for deployments and local runs alike. */
export async function buildAssets(): Promise<AssetTexts> {
  const { outputFiles } = await build({
    entryPoints: [join(web, 'style.css'), join(web, 'client', 'script.ts')],
    outdir: web,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'warning',
  });
  const outputText = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { style: outputText('.css'), script: outputText('.js') };
}
