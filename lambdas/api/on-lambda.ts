import type { Hono } from 'hono';
import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda';

/** The web application as a Lambda function behind API Gateway. Every text is returned as such: Base64 makes a calendar a third longer. */
export function onLambda(app: Hono) {
  return handle(app, {
    isContentTypeBinary: (type) => !type.startsWith('text/') && defaultIsContentTypeBinary(type),
  });
}
