import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Route } from './routes.ts';

/** Answers change with the dataset and at midnight: nobody sees yesterday's page for longer than these 300 s. */
const cacheControl = { public: 'public, max-age=300', private: 'private, no-cache' } as const;

/**
 * Lets caches keep what the route says, and revalidate it by ETag: a hash of the bytes, so it changes with whatever they
 * are made of. Failures are not kept. Compressed here because nothing in front of us compresses; safe, as the content is
 * public (no BREACH risk).
 */
export function caching({ cache, variesBy = [] }: Route): MiddlewareHandler[] {
  if (cache === undefined) return [];
  return [
    etag({ generateDigest }),
    compress(),
    async (c, next) => {
      await next();
      if (!c.res.ok) return;
      c.header('Cache-Control', cacheControl[cache]);
      c.header('Vary', [...variesBy, 'Accept-Encoding'].join(', '), { append: true });
    },
  ];
}

/** Spares a cold start the loading of `crypto.subtle`. */
function generateDigest(body: Uint8Array): ArrayBuffer {
  return Uint8Array.from(createHash('sha1').update(body).digest()).buffer;
}
