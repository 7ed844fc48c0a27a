import type { Context } from 'hono';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { confirm, confirmability } from '../../../src/domain/subscription.ts';
import { type ConfirmLink, confirmedPage, confirmPage } from '../../../src/web/confirm-page.tsx';
import { paths, withToken } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { seeOther } from '../query.ts';
import { formBody } from './bodies.ts';
import { verifyLink } from './verify-link.ts';

type Refused = Exclude<ConfirmLink['state'], 'ready'>;

const statuses = { 'already-confirmed': 200, expired: 410, invalid: 400 } as const;

/** The confirmation link opens a page with the chosen settings; the button on it confirms. */
export function confirmRoutes(ports: Ports): Handlers<'GET /confirm' | 'POST /confirm' | 'GET /confirm/done'> {
  const { links, subscribers, now } = ports;
  const refuse = (c: Context, state: Refused) => c.html(confirmPage(pageFrame(c, ports), { state }), statuses[state]);

  return {
    'GET /confirm': async (c) => {
      const token = c.req.query('t') ?? '';
      const bearer = links.verify('confirm', token, now());
      if (typeof bearer === 'string') return refuse(c, bearer);
      const known = await subscribers.find(bearer.subscriberId);
      const refusal = refusalOf(known, bearer.subscriptionVersion);
      if (refusal !== undefined || known === undefined) return refuse(c, refusal ?? 'invalid');
      const { email, preferences } = known;
      return c.html(
        confirmPage(pageFrame(c, ports, preferences.language), { state: 'ready', token, email, preferences }),
      );
    },

    'POST /confirm': async (c) => {
      const token = (await formBody(c)).get('t') ?? '';
      const bearer = links.verify('confirm', token, now());
      if (typeof bearer === 'string') return refuse(c, bearer);
      const { subscriberId, subscriptionVersion } = bearer;
      const subscriber = await subscribers.change(subscriberId, (known) =>
        known && refusalOf(known, subscriptionVersion) === undefined ? confirm(known, now()) : undefined,
      );
      if (subscriber === undefined) {
        return refuse(c, refusalOf(await subscribers.find(subscriberId), subscriptionVersion) ?? 'invalid');
      }
      const manage = links.sign('manage', { subscriberId, subscriptionVersion }, now());
      return seeOther(c, withToken(paths.confirmed, manage));
    },

    'GET /confirm/done': async (c) => {
      const token = c.req.query('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return refuse(c, subscriber);
      const { email, preferences } = subscriber;
      return c.html(
        confirmedPage(pageFrame(c, ports, preferences.language), { email, preferences, preferencesToken: token }),
      );
    },
  };
}

function refusalOf(known: Subscriber | undefined, subscriptionVersion: number): Refused | undefined {
  const state = confirmability(known, subscriptionVersion);
  if (state === 'done') return 'already-confirmed';
  return state === 'void' ? 'invalid' : undefined;
}
