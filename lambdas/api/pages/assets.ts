import { createHash } from 'node:crypto';
import type { Assets } from '../../../src/web/frame.ts';
import type { Handlers } from '../handlers.ts';

/** The built stylesheet and script. */
export type AssetTexts = Readonly<Record<keyof Assets, string>>;

/** Assets by address. The address contains a hash of the content, so caches may keep it for ever. */
export type ServedAssets = {
  readonly urls: Assets;
  readonly files: ReadonlyMap<string, { readonly text: string; readonly type: string }>;
};

export function servedAssets({ style, script }: AssetTexts): ServedAssets {
  const [styleFile, scriptFile] = [`style.${shortHash(style)}.css`, `script.${shortHash(script)}.js`];
  return {
    urls: { style: `/assets/${styleFile}`, script: `/assets/${scriptFile}` },
    files: new Map([
      [styleFile, { text: style, type: 'text/css; charset=utf-8' }],
      [scriptFile, { text: script, type: 'text/javascript; charset=utf-8' }],
    ]),
  };
}

export function assetRoutes({ assets: { files } }: { readonly assets: ServedAssets }): Handlers<'GET /assets/:file'> {
  return {
    'GET /assets/:file': (c) => {
      const file = files.get(c.req.param('file'));
      if (file === undefined) return c.notFound();
      return c.body(file.text, 200, {
        'Content-Type': file.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
      });
    },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
