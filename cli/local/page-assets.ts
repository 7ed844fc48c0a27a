import { join } from 'node:path';
import { build } from 'esbuild';
import type { AssetTexts } from '../../lambdas/api/assets.ts';

const web = join(import.meta.dirname, '..', '..', 'src', 'web');

/** The stylesheet and the form's script, built as for deployment. */
export async function pageAssets(): Promise<AssetTexts> {
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
