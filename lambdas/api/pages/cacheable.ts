import type { MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';

/** What is read changes with the dataset and at midnight: nobody sees yesterday's page for longer than this. */
const FRESH_SECONDS = 300;

/**
 * For what anybody may read: it may be kept for five minutes, and is asked for again by its ETag. The ETag is a hash of
 * the very bytes, so that it changes with whatever they are made of. What went wrong is not kept. Compressed for who takes
 * it so: nothing in front of us need do it, and nothing in it is secret.
 *
 * @param varyingBy the headers of the request that the answer depends on
 */
export function cacheable(...varyingBy: readonly string[]): MiddlewareHandler {
  return every(etag(), compress(), async (c, next) => {
    await next();
    if (!c.res.ok) return;
    c.header('Cache-Control', `public, max-age=${FRESH_SECONDS}`);
    c.header('Vary', [...varyingBy, 'Accept-Encoding'].join(', '), { append: true });
  });
}

/** A page anybody may read, in the language of the reader. */
export const cacheablePage = cacheable('Accept-Language');

/** What is one person's: nobody else keeps it, and they ask every time whether it still holds. */
export const cacheableByOwner: MiddlewareHandler = every(etag(), compress(), async (c, next) => {
  await next();
  if (!c.res.ok) return;
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Encoding', { append: true });
});
