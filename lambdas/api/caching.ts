import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import type { Route } from './routes.ts';

/** The values of Cache-Control. Responses change with the dataset and at midnight: yesterday's page lives for at most 300 s. */
const cacheControl = { public: 'public, max-age=300', private: 'private, no-cache' } as const;

/**
 * Sets the caching of a route, with an ETag that is a hash of the bytes. Failures are not cached. Compresses here because
 * nothing in front of us does; safe, as the content is public (no BREACH risk).
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

/** Hashes a body without `crypto.subtle`, which a cold start would have to load. */
function generateDigest(body: Uint8Array): ArrayBuffer {
  return Uint8Array.from(createHash('sha1').update(body).digest()).buffer;
}
