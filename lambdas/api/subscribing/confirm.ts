import type { Context } from 'hono';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { confirm, confirmability } from '../../../src/domain/subscription.ts';
import { type ConfirmLink, confirmedPage, confirmPage } from '../../../src/web/confirm-page.tsx';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { formBody } from './bodies.ts';

type Refused = Exclude<ConfirmLink['state'], 'ready'>;

const statuses = { 'already-confirmed': 200, expired: 410, invalid: 400 } as const;

/** The confirmation link opens a page with the chosen settings; the button on it confirms. */
export function confirmRoutes(ports: Ports): Handlers<'GET /confirm' | 'POST /confirm'> {
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
      return c.html(confirmedPage(pageFrame(c, ports, subscriber.preferences.language), forOwner(subscriber, ports)));
    },
  };
}

function refusalOf(known: Subscriber | undefined, subscriptionVersion: number): Refused | undefined {
  const state = confirmability(known, subscriptionVersion);
  if (state === 'done') return 'already-confirmed';
  return state === 'void' ? 'invalid' : undefined;
}

function forOwner({ id, subscriptionVersion, email, preferences }: Subscriber, { links, now }: Ports) {
  const preferencesToken = links.sign('manage', { subscriberId: id, subscriptionVersion }, now());
  return { email, preferences, preferencesToken };
}
