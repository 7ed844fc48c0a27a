import type { Context } from 'hono';
import { eraseSubscriber } from '../../../src/adapters/dynamodb/erase-subscriber.ts';
import { toBearer } from '../../../src/adapters/lambda/link-signer.ts';
import { leftLately } from '../../../src/domain/change-of-address.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { changePreferences } from '../../../src/domain/subscription.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { accepted, type Export, type Subscription } from '../answers.ts';
import { ownCalendarUrl, replaceCalendar } from '../data/calendars.ts';
import { problemAnswer } from '../failures.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { addressRequest } from './address.ts';
import { jsonBody } from './bodies.ts';
import { schemasFor } from './schemas-for.ts';
import { verifyLink } from './verify-link.ts';

/** Serves one subscription to the bearer of its manage token. */
export function mySubscriptionRoutes(
  ports: Ports,
): Handlers<
  | 'GET /v1/subscriptions/me'
  | 'PATCH /v1/subscriptions/me'
  | 'POST /v1/subscriptions/me/address'
  | 'POST /v1/subscriptions/me/calendar/reset'
  | 'DELETE /v1/subscriptions/me'
  | 'GET /v1/subscriptions/me/export'
> {
  const { links, subscribers, deliveries, now } = ports;

  return {
    'GET /v1/subscriptions/me': async (c) => {
      const subscriber = await verifyLink('manage', tokenIn(c), ports);
      return typeof subscriber === 'string' ? unauthorized(c) : c.json(toSubscription(subscriber, ports));
    },

    'PATCH /v1/subscriptions/me': async (c) => {
      const subscriber = await verifyLink('manage', tokenIn(c), ports);
      if (typeof subscriber === 'string') return unauthorized(c);
      const changes = parseRequest(schemasFor(await ports.dataset()).changes, await jsonBody(c));
      const changed = await subscribers.change(subscriber.id, (known) =>
        known?.subscriptionVersion === subscriber.subscriptionVersion
          ? changePreferences(known, { ...known.preferences, ...changes }, now())
          : undefined,
      );
      return changed ? c.json(toSubscription(changed, ports)) : unauthorized(c);
    },

    'POST /v1/subscriptions/me/address': async (c) => {
      const subscriber = await verifyLink('manage', tokenIn(c), ports);
      if (typeof subscriber === 'string') return unauthorized(c);
      const { email } = parseRequest(schemasFor(await ports.dataset()).address, await jsonBody(c));
      await ports.notices.send([addressRequest(c, subscriber, email, ports)]);
      return c.json(accepted, 202);
    },

    'POST /v1/subscriptions/me/calendar/reset': async (c) => {
      const subscriber = await verifyLink('manage', tokenIn(c), ports);
      if (typeof subscriber === 'string') return unauthorized(c);
      const changed = await replaceCalendar(subscriber, ports);
      return changed ? c.json(toSubscription(changed, ports)) : unauthorized(c);
    },

    'DELETE /v1/subscriptions/me': async (c) => {
      const bearer = links.verify('manage', tokenIn(c), now());
      if (typeof bearer === 'string') return unauthorized(c);
      const known = await subscribers.find(bearer.subscriberId);
      if (known && toBearer(known, 'manage').subscriptionVersion !== bearer.subscriptionVersion) return unauthorized(c);
      await eraseSubscriber(bearer.subscriberId, ports);
      return c.body(null, 204);
    },

    'GET /v1/subscriptions/me/export': async (c) => {
      const subscriber = await verifyLink('manage', tokenIn(c), ports);
      if (typeof subscriber === 'string') return unauthorized(c);
      const held: Export = {
        subscriber,
        earlierAddresses: await findEarlierAddresses(subscriber, ports),
        deliveries: await deliveries.ofSubscriber(subscriber.id),
      };
      return c.json(held);
    },
  };
}

async function findEarlierAddresses(subscriber: Subscriber, { subscribers, now }: Ports) {
  const left = leftLately(subscriber, now());
  const addresses = left.map(async ({ version, until }) => ({
    email: (await subscribers.addressLeft(subscriber.id, { version })) ?? '',
    until,
  }));
  return (await Promise.all(addresses)).filter(({ email }) => email !== '');
}

/** Reads the bearer token (RFC 6750). A missing one reads as empty, which no signature matches. */
function tokenIn({ req }: Context): string {
  return /^Bearer ([\w.-]+)$/i.exec(req.header('authorization') ?? '')?.[1] ?? '';
}

function unauthorized(c: Context): Response {
  c.header('WWW-Authenticate', 'Bearer');
  return problemAnswer(c, { status: 401, title: 'The manage token is missing, expired or not genuine' });
}

function toSubscription(subscriber: Subscriber, ports: Ports): Subscription {
  const { email, status, preferences } = subscriber;
  return { email, status, ...preferences, calendarUrl: ownCalendarUrl(subscriber, ports) };
}
