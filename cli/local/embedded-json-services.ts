import { Hono } from 'hono';
import { serve } from './listen.ts';

/** What a service answers to an operation; `undefined` if the requested thing does not exist. */
// biome-ignore lint/suspicious/noExplicitAny: each operation has its own input, which its handler declares.
export type Operations = Readonly<Record<string, (asked: any) => object | undefined | Promise<object | undefined>>>;

/**
 * Services of AWS that speak its JSON protocol, such as SQS and SSM, in this process, for the SDK of another.
 * `operations` by the names that requests have in their header: `AmazonSQS.GetQueueAttributes`.
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
