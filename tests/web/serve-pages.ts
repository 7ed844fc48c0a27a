import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSync } from 'esbuild';
import { readStates } from '../../src/dataset/files/states.ts';
import { stateIndex } from '../../src/finding/state-index.ts';
import type { ListedState } from '../../src/web/listed-state.ts';
import { wordingIn } from '../../src/wording/wording.ts';

const web = join(import.meta.dirname, '../../src/web');

/** The headers that every page must work under. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const { rows } = readStates(readFileSync(join(web, '../../data/states.csv'), 'utf8'));
const listed = stateIndex(rows.map(({ value }) => value)).map(
  (state): ListedState => ({ ...state, name: wordingIn('en').names.state(state.code) }),
);

type Posted = { readonly path: string; readonly body: string };

/** Serves these pages by their paths, with the stylesheet and the bundled script, and keeps what is posted. */
export async function servePages(pages: Readonly<Record<string, string>>, previewAnswer: unknown) {
  const bundle = buildSync({ entryPoints: [join(web, 'client/script.ts')], bundle: true, format: 'esm', write: false });
  const files: Readonly<Record<string, { type: string; body: string }>> = {
    '/assets/style.css': { type: 'text/css', body: readFileSync(join(web, 'style.css'), 'utf8') },
    '/assets/script.js': { type: 'text/javascript', body: bundle.outputFiles[0]?.text ?? '' },
    '/names/en.json': { type: 'application/json', body: JSON.stringify(listed) },
    '/v1/preview': { type: 'application/json', body: JSON.stringify(previewAnswer) },
  };
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const path = pathOf(request);
    if (request.method === 'POST') posted.push({ path, body: await text(request) });
    const file = files[path] ?? { type: 'text/html; charset=utf-8', body: pages[path] ?? 'taken' };
    response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', file.type);
    response.end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { url: `http://127.0.0.1:${port}`, posted, close: () => server.close() };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return decodeURIComponent(new URL(url, 'http://localhost').pathname);
}
