import type { Context, Hono } from 'hono';
import { eraseSubscriber } from '../../src/adapters/erase-subscriber.ts';
import type { LinkBearer } from '../../src/adapters/link-signer.ts';
import type { Subscriber } from '../../src/domain/subscriber.ts';
import { preferring } from '../../src/domain/subscription.ts';
import { parsed } from '../../src/requests/invalid-request.ts';
import type { Export, Subscription } from './answers.ts';
import { jsonBody } from './bodies.ts';
import { problemAnswer } from './failures.ts';
import type { Ports } from './ports.ts';
import { schemasFor } from './schemas-for.ts';

const path = '/v1/subscriptions/me';

/** A person's own subscription, for whoever shows a manage token. */
export function mySubscription(app: Hono, ports: Ports): void {
  const { subscribers, deliveries, now } = ports;

  const find = async (bearer: LinkBearer | undefined): Promise<Subscriber | undefined> => {
    const known = bearer && (await subscribers.find(bearer.subscriberId));
    return known?.generation === bearer?.generation ? known : undefined;
  };

  app.get(path, async (c) => {
    const subscriber = await find(bearerIn(c, ports));
    return subscriber ? c.json(subscriptionOf(subscriber)) : unauthorized(c);
  });

  app.patch(path, async (c) => {
    const subscriber = await find(bearerIn(c, ports));
    if (subscriber === undefined) return unauthorized(c);
    const changes = parsed(schemasFor(await ports.dataset()).changes, await jsonBody(c));
    const changed = await subscribers.change(subscriber.id, (known) =>
      known?.generation === subscriber.generation
        ? preferring(known, { ...known.preferences, ...changes }, now())
        : undefined,
    );
    return changed ? c.json(subscriptionOf(changed)) : unauthorized(c);
  });

  app.delete(path, async (c) => {
    const bearer = bearerIn(c, ports);
    const known = bearer && (await subscribers.find(bearer.subscriberId));
    const isOfAnotherLife = known !== undefined && known.generation !== bearer?.generation;
    if (bearer === undefined || isOfAnotherLife) return unauthorized(c);
    await eraseSubscriber(bearer.subscriberId, ports);
    return c.body(null, 204);
  });

  app.get(`${path}/export`, async (c) => {
    const subscriber = await find(bearerIn(c, ports));
    if (subscriber === undefined) return unauthorized(c);
    const held: Export = { subscriber, deliveries: await deliveries.ofSubscriber(subscriber.id) };
    return c.json(held);
  });
}

/** Whom the header's token acts for (RFC 6750). */
function bearerIn({ req }: Context, { links, now }: Ports): LinkBearer | undefined {
  const token = /^Bearer ([\w.-]+)$/i.exec(req.header('authorization') ?? '')?.[1] ?? '';
  const bearer = links.verify('manage', token, now());
  return typeof bearer === 'string' ? undefined : bearer;
}

function unauthorized(c: Context): Response {
  c.header('WWW-Authenticate', 'Bearer');
  return problemAnswer(c, { status: 401, title: 'The manage token is missing, expired or not genuine' });
}

function subscriptionOf({ email, status, preferences }: Subscriber): Subscription {
  return { email, status, ...preferences };
}
