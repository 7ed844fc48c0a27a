import type { Hono } from 'hono';
import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda';

/** Adapts the web application to Lambda behind API Gateway. Returns text unencoded, as Base64 would make it a third longer. */
export function onLambda(app: Hono) {
  return handle(app, {
    isContentTypeBinary: (type) => !type.startsWith('text/') && defaultIsContentTypeBinary(type),
  });
}
