import type { Context } from 'hono';
import type { LinkBearer } from '../../../src/adapters/lambda/link-signer.ts';
import { coveredByDeliveries } from '../../../src/domain/delivery.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { canReinstate, lastDayToUndo, reinstate, unsubscribe } from '../../../src/domain/subscription.ts';
import { paths, withToken } from '../../../src/web/paths.ts';
import { erasedPage, undonePage, unsubscribedPage, unsubscribePage } from '../../../src/web/unsubscribe-page.tsx';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { seeOther } from '../query.ts';
import { formBody } from './bodies.ts';
import { refusalStatus, verifyLink } from './verify-link.ts';

/** Serves unsubscription and its undo: links open pages with one button; the one-click POST of RFC 8058 acts at once. */
export function unsubscribeRoutes(
  ports: Ports,
): Handlers<
  | 'GET /unsubscribe'
  | 'POST /unsubscribe'
  | 'GET /unsubscribe/undo'
  | 'POST /unsubscribe/undo'
  | 'GET /unsubscribe/undone'
> {
  const { links, now } = ports;
  const refuse = (c: Context) => c.html(unsubscribePage(pageFrame(c, ports), { state: 'invalid' }), 400);
  const tooLate = (c: Context) => c.html(undonePage(pageFrame(c, ports), 'expired'), refusalStatus('expired'));

  return {
    'GET /unsubscribe': async (c) => {
      const token = c.req.query('t') ?? '';
      const bearer = links.verify('unsubscribe', token, now());
      if (typeof bearer === 'string') return refuse(c);
      const subscriber = await ports.subscribers.find(bearer.subscriberId);
      if (subscriber === undefined) return c.html(erasedPage(pageFrame(c, ports)));
      if (subscriber.subscriptionVersion !== bearer.subscriptionVersion) return refuse(c);
      const { email, preferences } = subscriber;
      return c.html(unsubscribePage(pageFrame(c, ports, preferences.language), { state: 'ready', token, email }));
    },

    'POST /unsubscribe': async (c) => {
      // The one-click POST of RFC 8058 has the token in its address and a body of either form type, and must not be redirected.
      const oneClick = c.req.query('t');
      const token = oneClick || ((await formBody(c)).get('t') ?? '');
      const bearer = links.verify('unsubscribe', token, now());
      if (typeof bearer === 'string') return refuse(c);
      const subscriber = await end(bearer, ports);
      if (subscriber === undefined) return c.html(erasedPage(pageFrame(c, ports)));
      if (subscriber.subscriptionVersion !== bearer.subscriptionVersion) return refuse(c);
      if (oneClick || !canReinstate(subscriber, now())) return c.html(leftPage(c, subscriber, ports));
      return seeOther(c, withToken(paths.undoUnsubscribe, links.sign('undo', bearer, now())));
    },

    'GET /unsubscribe/undo': async (c) => {
      const subscriber = await verifyLink('undo', c.req.query('t') ?? '', ports);
      if (typeof subscriber === 'string' || !canReinstate(subscriber, now())) return tooLate(c);
      return c.html(leftPage(c, subscriber, ports));
    },

    'POST /unsubscribe/undo': async (c) => {
      const bearer = links.verify('undo', (await formBody(c)).get('t') ?? '', now());
      if (typeof bearer === 'string') return tooLate(c);
      const subscriber = await takeBack(bearer, ports);
      if (subscriber?.status !== 'active' || subscriber.subscriptionVersion !== bearer.subscriptionVersion)
        return tooLate(c);
      return seeOther(c, paths.undone, subscriber.preferences.language);
    },

    'GET /unsubscribe/undone': (c) => c.html(undonePage(pageFrame(c, ports), 'undone')),
  };
}

/** Ends the subscription of the link, queues the goodbye mail and returns the stored subscriber. */
async function end({ subscriberId, subscriptionVersion }: LinkBearer, { subscribers, notices, now }: Ports) {
  const at = now();
  const subscriber = await subscribers.change(subscriberId, (known) =>
    known?.subscriptionVersion === subscriptionVersion ? unsubscribe(known, at) : known,
  );
  if (subscriber?.subscriptionVersion === subscriptionVersion && subscriber.endedAt === at.toISOString())
    await notices.send([{ kind: 'goodbye', subscriberId, subscriptionVersion }]);
  return subscriber;
}

/** Undoes an unsubscription. The sender checks the status after it leases a delivery, so every digest that may have been sent is on record. */
async function takeBack({ subscriberId, subscriptionVersion }: LinkBearer, { subscribers, deliveries, now }: Ports) {
  const at = now();
  const covered = coveredByDeliveries(await deliveries.ofSubscriber(subscriberId));
  return subscribers.change(subscriberId, (known) =>
    known?.subscriptionVersion === subscriptionVersion && canReinstate(known, at)
      ? reinstate(known, at, covered)
      : known,
  );
}

/** Confirms that no more digests will come, and offers the undo while it is possible. */
function leftPage(c: Context, subscriber: Subscriber, ports: Ports): string {
  const { id, subscriptionVersion, preferences } = subscriber;
  const frame = pageFrame(c, ports, preferences.language);
  const now = ports.now();
  const until = lastDayToUndo(subscriber);
  if (until === undefined || !canReinstate(subscriber, now)) return undonePage(frame, 'expired');
  const token = ports.links.sign('undo', { subscriberId: id, subscriptionVersion }, now);
  return unsubscribedPage(frame, { token, until });
}
