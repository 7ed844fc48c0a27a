import type { Context, Hono } from 'hono';
import type { NoticeRequest } from '../../../src/domain/notice.ts';
import { faultsOf, parseRequest } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm } from '../../../src/requests/preferences-form.ts';
import { inboxPage } from '../../../src/web/inbox-page.tsx';
import { paths } from '../../../src/web/paths.ts';
import { freshLinkPage } from '../../../src/web/preferences-page.tsx';
import { subscribePage } from '../../../src/web/subscribe-page.tsx';
import { accepted } from '../answers.ts';
import { schemasFor } from '../document/schemas-for.ts';
import { frameOf } from '../frame.ts';
import type { Ports } from '../ports.ts';
import { formBody, jsonBody } from './bodies.ts';
import { formStateOf } from './form-state.ts';

type Asking = { readonly request: NoticeRequest; readonly website: string | undefined };

/**
 * What anybody may ask for in the name of any address. Every such request does the same work, to put one message into
 * a queue, and gets the same answer: nothing tells whether the address is known.
 */
export function takeRequests(app: Hono, ports: Ports): void {
  const ask = ({ request, website }: Asking) => ports.notices.send([website ? { kind: 'decoy' } : request]);
  const ipOf = (c: Context) => ports.connection(c).remote.address ?? 'unknown';

  app.post('/v1/subscriptions', async (c) => {
    const { subscription } = schemasFor(await ports.dataset());
    const { email, website, ...preferences } = parseRequest(subscription, await jsonBody(c));
    await ask({ request: { kind: 'confirmation', email, preferences, ip: ipOf(c) }, website });
    return c.json(accepted, 202);
  });

  app.post('/v1/subscriptions/link', async (c) => {
    const { link } = schemasFor(await ports.dataset());
    const { email, website } = parseRequest(link, await jsonBody(c));
    await ask({ request: { kind: 'link', email, ip: ipOf(c) }, website });
    return c.json(accepted, 202);
  });

  app.post(paths.subscribe, async (c) => {
    const dataset = await ports.dataset();
    const form = await formBody(c);
    const result = schemasFor(dataset).subscription.safeParse({ ...addressIn(form), ...readPreferencesForm(form) });
    if (!result.success) {
      const state = formStateOf(form, faultsOf(result.error));
      return c.html(subscribePage(frameOf(c, ports), { states: dataset.states, form: state }), 422);
    }
    const { email, website, ...preferences } = result.data;
    await ask({ request: { kind: 'confirmation', email, preferences, ip: ipOf(c) }, website });
    return c.html(inboxPage(frameOf(c, ports)), 202);
  });

  app.post(paths.preferencesLink, async (c) => {
    const form = await formBody(c);
    const result = schemasFor(await ports.dataset()).link.safeParse(addressIn(form));
    if (!result.success)
      return c.html(freshLinkPage(frameOf(c, ports), formStateOf(form, faultsOf(result.error))), 422);
    const { email, website } = result.data;
    await ask({ request: { kind: 'link', email, ip: ipOf(c) }, website });
    return c.html(inboxPage(frameOf(c, ports)), 202);
  });
}

function addressIn(form: URLSearchParams) {
  return { email: form.get('email') ?? '', website: form.get('website') ?? undefined };
}
