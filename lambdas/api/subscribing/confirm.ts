import type { Context } from 'hono';
import { toBearer } from '../../../src/adapters/lambda/link-signer.ts';
import { mayChangeAddress } from '../../../src/domain/change-of-address.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { confirm, confirmability } from '../../../src/domain/subscription.ts';
import { movedPage, newAddressPage } from '../../../src/web/address-page.tsx';
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

/** Serves the confirmation: the link opens a page with the chosen settings, and its button confirms. */
export function confirmRoutes(
  ports: Ports,
): Handlers<'GET /confirm' | 'POST /confirm' | 'GET /confirm/done' | 'GET /confirm/moved'> {
  const { links, subscribers, now } = ports;
  const refuse = (c: Context, state: Refused) => c.html(confirmPage(pageFrame(c, ports), { state }), statuses[state]);
  /** Queues a move for the notice sender, as a message is retried until the whole move is done. */
  const move = async (c: Context, asked: Subscriber) => {
    if (!(await isWanted(asked, ports))) return refuse(c, 'invalid');
    const { id: subscriberId, subscriptionVersion, preferences } = asked;
    await ports.notices.send([{ kind: 'move', subscriberId, subscriptionVersion }]);
    return seeOther(c, paths.moved, preferences.language);
  };

  return {
    'GET /confirm': async (c) => {
      const token = c.req.query('t') ?? '';
      const bearer = links.verify('confirm', token, now());
      if (typeof bearer === 'string') return refuse(c, bearer);
      const known = await subscribers.find(bearer.subscriberId);
      const refusal = whyRefused(known, bearer.subscriptionVersion);
      if (refusal !== undefined || known === undefined) return refuse(c, refusal ?? 'invalid');
      const { email, preferences, movesFrom } = known;
      const frame = pageFrame(c, ports, preferences.language);
      if (movesFrom === undefined) return c.html(confirmPage(frame, { state: 'ready', token, email, preferences }));
      if (!(await isWanted(known, ports))) return refuse(c, 'invalid');
      return c.html(newAddressPage(frame, { token, email }));
    },

    'POST /confirm': async (c) => {
      const token = (await formBody(c)).get('t') ?? '';
      const bearer = links.verify('confirm', token, now());
      if (typeof bearer === 'string') return refuse(c, bearer);
      const { subscriberId, subscriptionVersion } = bearer;
      const asked = await subscribers.find(subscriberId);
      if (asked?.movesFrom !== undefined && whyRefused(asked, subscriptionVersion) === undefined) return move(c, asked);
      const subscriber = await subscribers.change(subscriberId, (known) =>
        known && !known.movesFrom && whyRefused(known, subscriptionVersion) === undefined
          ? confirm(known, now())
          : undefined,
      );
      if (subscriber === undefined) {
        return refuse(c, whyRefused(await subscribers.find(subscriberId), subscriptionVersion) ?? 'invalid');
      }
      const manage = links.sign('manage', toBearer(subscriber, 'manage'), now());
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

    'GET /confirm/moved': (c) => c.html(movedPage(pageFrame(c, ports))),
  };
}

/** Checks whether the subscriber who asked for this address still wants it, and may have it. */
async function isWanted({ id, movesFrom }: Subscriber, { subscribers, now }: Ports): Promise<boolean> {
  if (movesFrom === undefined) return false;
  const mover = await subscribers.find(movesFrom.subscriberId);
  return mover?.newAddressId === id && mayChangeAddress(mover, movesFrom.subscriptionVersion, now());
}

function whyRefused(known: Subscriber | undefined, subscriptionVersion: number): Refused | undefined {
  const state = confirmability(known, subscriptionVersion);
  if (state === 'done') return 'already-confirmed';
  return state === 'void' ? 'invalid' : undefined;
}
