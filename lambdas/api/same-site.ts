import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

/**
 * Rejects forms posted by another site, so that no page can sign its visitors up. Our own pages post with `Origin: null`,
 * as they send no referrer; mail providers' one-click POST (RFC 8058) has neither header.
 */
export function sameSiteOnly(siteUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'POST' && isFromAnotherSite(c, siteUrl)) {
      throw new HTTPException(403, { message: 'The form was sent from another site' });
    }
    await next();
  };
}

function isFromAnotherSite({ req }: Context, siteUrl: string): boolean {
  if (req.header('sec-fetch-site') === 'cross-site') return true;
  const origin = req.header('origin') ?? 'null';
  if (origin === 'null') return false;
  return ![new URL(siteUrl).host, new URL(req.url).host].includes(URL.canParse(origin) ? new URL(origin).host : '');
}
