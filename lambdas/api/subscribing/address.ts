import type { Context } from 'hono';
import { toBearer } from '../../../src/adapters/lambda/link-signer.ts';
import { canTakeBack } from '../../../src/domain/change-of-address.ts';
import type { NoticeRequest } from '../../../src/domain/notice.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { toFaults } from '../../../src/requests/invalid-request.ts';
import { addressPage, movedBackPage, undoMovePage } from '../../../src/web/address-page.tsx';
import { paths } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { seeOther } from '../query.ts';
import { formBody, formStatus, isRedisplay, toFormState } from './bodies.ts';
import { noAddress, offerFreshLink } from './offer-fresh-link.ts';
import { schemasFor } from './schemas-for.ts';
import { refusalStatus, verifyLink } from './verify-link.ts';

/** Serves the change of address, and its undo behind the link in the notice to the old one. */
export function addressRoutes(
  ports: Ports,
): Handlers<
  | 'GET /preferences/address'
  | 'POST /preferences/address'
  | 'GET /preferences/address/undo'
  | 'POST /preferences/address/undo'
  | 'GET /preferences/address/undone'
> {
  const refuse = (c: Context, why: 'invalid' | 'expired') =>
    c.html(undoMovePage(pageFrame(c, ports), { state: 'void' }), refusalStatus(why));

  return {
    'GET /preferences/address': async (c) => {
      const token = c.req.query('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const frame = pageFrame(c, ports, subscriber.preferences.language);
      return c.html(addressPage(frame, { token, form: noAddress }));
    },

    'POST /preferences/address': async (c) => {
      const form = await formBody(c);
      const token = form.get('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const result = schemasFor(await ports.dataset()).address.safeParse({ email: form.get('email') ?? '' });
      if (!result.success || isRedisplay(c)) {
        const state = toFormState(form, toFaults(result.error));
        const frame = pageFrame(c, ports, subscriber.preferences.language);
        return c.html(addressPage(frame, { token, form: state }), formStatus(result.data));
      }
      await ports.notices.send([addressRequest(c, subscriber, result.data.email, ports)]);
      return seeOther(c, paths.subscribeAsked, subscriber.preferences.language);
    },

    'GET /preferences/address/undo': async (c) => {
      const token = c.req.query('t') ?? '';
      const left = await findLeft(token, ports);
      if (typeof left === 'string') return refuse(c, left);
      const frame = pageFrame(c, ports, left.subscriber.preferences.language);
      return c.html(undoMovePage(frame, { state: 'ready', token, email: left.email }));
    },

    'POST /preferences/address/undo': async (c) => {
      const left = await findLeft((await formBody(c)).get('t') ?? '', ports);
      if (typeof left === 'string') return refuse(c, left);
      const { subscriber, version } = left;
      await ports.notices.send([{ kind: 'move-back', subscriberId: subscriber.id, subscriptionVersion: version }]);
      return seeOther(c, paths.movedBack, subscriber.preferences.language);
    },

    'GET /preferences/address/undone': (c) => c.html(movedBackPage(pageFrame(c, ports))),
  };
}

/** Creates the request for a change of address: a request to subscribe it, for a subscriber, with the same limits and the same response. */
export function addressRequest(c: Context, subscriber: Subscriber, email: string, ports: Ports): NoticeRequest {
  const { preferences } = subscriber;
  const movesFrom = toBearer(subscriber, 'unsubscribe');
  return { kind: 'confirmation', email, preferences, movesFrom, ip: ports.connection(c).remote.address ?? 'unknown' };
}

async function findLeft(token: string, { links, subscribers, now }: Ports) {
  const bearer = links.verify('undo-move', token, now());
  if (typeof bearer === 'string') return bearer;
  const { subscriberId, subscriptionVersion: version } = bearer;
  const subscriber = await subscribers.find(subscriberId);
  if (subscriber === undefined || canTakeBack(subscriber, version, now()) === undefined) return 'invalid';
  const email = await subscribers.addressLeft(subscriberId, { version });
  return email === undefined ? 'invalid' : { subscriber, version, email };
}
