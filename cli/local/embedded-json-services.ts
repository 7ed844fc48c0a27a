import { Hono } from 'hono';
import { serve } from './listen.ts';

/** The operations of a service; they return `undefined` if the requested resource does not exist. */
// biome-ignore lint/suspicious/noExplicitAny: each operation has its own input, which its handler declares.
export type Operations = Readonly<Record<string, (asked: any) => object | undefined | Promise<object | undefined>>>;

/**
 * Serves AWS services with the JSON protocol, such as SQS and SSM, to the SDK of another process. `operations` are keyed by
 * the header X-Amz-Target: `AmazonSQS.GetQueueAttributes`.
 */
export function embeddedJsonServices(operations: Operations) {
  const app = new Hono();
  app.post('*', async (c) => {
    const target = c.req.header('x-amz-target') ?? '';
    const answer = await operations[target]?.(await c.req.json());
    if (answer) return c.json(answer);
    return c.json({ __type: 'ResourceNotFoundException', message: `Nothing here answers ${target}` }, 400);
  });
  return serve(app, 0);
}
