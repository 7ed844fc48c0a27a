import { getConnInfo } from 'hono/aws-lambda';
import type { GetConnInfo } from 'hono/conninfo';

/**
 * Where a request comes from. What came through CloudFront carries the key that only the two know (none without CloudFront); there the gateway sees
 * the edge, and the reader is the address that the edge added to X-Forwarded-For before the gateway added the edge's own.
 */
export function clientAddress(edgeKey: string | undefined): GetConnInfo {
  return (c) => {
    const connection = getConnInfo(c);
    if (edgeKey === undefined || c.req.header('jubilee-edge-key') !== edgeKey) return connection;
    const address = c.req.header('x-forwarded-for')?.split(',').at(-2)?.trim();
    return address === undefined ? connection : { remote: { ...connection.remote, address } };
  };
}
