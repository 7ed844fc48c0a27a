import { Hono } from 'hono';
import { serve } from './listen.ts';

/** A callable function; input and output are JSON. */
type Called = (event: unknown) => Promise<unknown>;

/**
 * Serves functions of this process to the SDK of another, as Lambda would:
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function embeddedLambda() {
  const functions = new Map<string, Called>();
  const app = new Hono();
  app.post('/2015-03-31/functions/:name/invocations', async (c) => {
    const called = functions.get(c.req.param('name'));
    if (called) return c.json(await called(await c.req.json()));
    c.header('X-Amzn-ErrorType', 'ResourceNotFoundException');
    return c.json({ Message: 'There is no such function' }, 404);
  });
  app.onError((error, c) => {
    c.header('X-Amz-Function-Error', 'Unhandled');
    return c.json({ errorMessage: error.message });
  });
  const deploy = (name: string, called: Called): void => void functions.set(name, called);
  return { ...(await serve(app, 0)), deploy };
}
