import type { Context } from 'hono';
import type { NoticeRequest } from '../../../src/domain/notice.ts';
import { faultsOf, parseRequest } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm } from '../../../src/requests/preferences-form.ts';
import { freshLinkPage } from '../../../src/web/preferences-page.tsx';
import { inboxPage, subscribePage } from '../../../src/web/subscribe-page.tsx';
import { accepted } from '../answers.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { schemasFor } from '../schemas-for.ts';
import { formBody, jsonBody, toFormState } from './bodies.ts';

type MailRequest = { readonly request: NoticeRequest; readonly website: string | undefined };

/**
 * Requests that anybody can make for any address. Each puts one message into a queue and gets the same answer, so neither
 * the answer nor its time reveals whether the address is known.
 */
export function subscribeRoutes(
  ports: Ports,
): Handlers<'POST /v1/subscriptions' | 'POST /v1/subscriptions/link' | 'POST /subscribe' | 'POST /preferences/link'> {
  const ask = ({ request, website }: MailRequest) => ports.notices.send([website ? { kind: 'decoy' } : request]);
  const clientIp = (c: Context) => ports.connection(c).remote.address ?? 'unknown';

  return {
    'POST /v1/subscriptions': async (c) => {
      const { subscription } = schemasFor(await ports.dataset());
      const { email, website, ...preferences } = parseRequest(subscription, await jsonBody(c));
      await ask({ request: { kind: 'confirmation', email, preferences, ip: clientIp(c) }, website });
      return c.json(accepted, 202);
    },

    'POST /v1/subscriptions/link': async (c) => {
      const { link } = schemasFor(await ports.dataset());
      const { email, website } = parseRequest(link, await jsonBody(c));
      await ask({ request: { kind: 'link', email, ip: clientIp(c) }, website });
      return c.json(accepted, 202);
    },

    'POST /subscribe': async (c) => {
      const dataset = await ports.dataset();
      const form = await formBody(c);
      const result = schemasFor(dataset).subscription.safeParse({ ...addressIn(form), ...readPreferencesForm(form) });
      if (!result.success) {
        const state = toFormState(form, faultsOf(result.error));
        return c.html(subscribePage(pageFrame(c, ports), { states: dataset.states, form: state }), 422);
      }
      const { email, website, ...preferences } = result.data;
      await ask({ request: { kind: 'confirmation', email, preferences, ip: clientIp(c) }, website });
      return c.html(inboxPage(pageFrame(c, ports)), 202);
    },

    'POST /preferences/link': async (c) => {
      const form = await formBody(c);
      const result = schemasFor(await ports.dataset()).link.safeParse(addressIn(form));
      if (!result.success)
        return c.html(freshLinkPage(pageFrame(c, ports), toFormState(form, faultsOf(result.error))), 422);
      const { email, website } = result.data;
      await ask({ request: { kind: 'link', email, ip: clientIp(c) }, website });
      return c.html(inboxPage(pageFrame(c, ports)), 202);
    },
  };
}

function addressIn(form: URLSearchParams) {
  return { email: form.get('email') ?? '', website: form.get('website') ?? undefined };
}
