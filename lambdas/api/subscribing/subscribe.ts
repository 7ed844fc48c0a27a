import type { Context } from 'hono';
import { addDays, type CalendarDate, dayOf } from '../../../src/domain/calendar-date.ts';
import { digestsAhead } from '../../../src/domain/digests-ahead.ts';
import { milestonesBetween } from '../../../src/domain/milestones-due.ts';
import type { NoticeRequest } from '../../../src/domain/notice.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { parseRequest, toFaults } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm, writePreferencesForm } from '../../../src/requests/preferences-form.ts';
import { paths } from '../../../src/web/paths.ts';
import { linkRequestPage } from '../../../src/web/preferences-page.tsx';
import { inboxPage, subscribePage, type Volume } from '../../../src/web/subscribe-page.tsx';
import { accepted } from '../answers.ts';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking, seeOther } from '../query.ts';
import { formBody, formStatus, isRedisplay, jsonBody, parseForm, toFormState } from './bodies.ts';
import { previewDigests } from './preview.ts';
import { schemasFor } from './schemas-for.ts';

type MailRequest = { readonly request: NoticeRequest; readonly website: string | undefined };

/**
 * Serves the requests that anybody can make for any address. Each queues one message and gets the same response, so that
 * neither the response nor its timing reveals whether the address is known.
 */
export function subscribeRoutes(
  ports: Ports,
): Handlers<
  | 'POST /v1/subscriptions'
  | 'POST /v1/subscriptions/link'
  | 'GET /subscribe'
  | 'POST /subscribe'
  | 'GET /subscribe/asked'
  | 'POST /preferences/link'
> {
  const ask = ({ request, website }: MailRequest) => ports.notices.send([website ? { kind: 'decoy' } : request]);
  const clientIp = (c: Context) => ports.connection(c).remote.address ?? 'unknown';

  return {
    'GET /subscribe': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const query = queryWithoutTracking(c);
      const isForAll = !query.has('states') && !query.has('pairs');
      const proposed = { language: frame.language, ...(isForAll && proposedForAll), ...readPreferencesForm(query) };
      const result = schemasFor(dataset).preferences.safeParse(proposed);
      const form = result.success
        ? { values: writePreferencesForm(result.data), faults: [] }
        : toFormState(query, toFaults(result.error));
      const { states } = dataset;
      if (!result.success) return c.html(subscribePage(frame, { states, form }), 400);
      const html = cachePage(c, { dataset, frame, today }, () => {
        const preview = previewDigests(dataset.timelines, result.data, { from: today, siteUrl: ports.siteUrl });
        const volumes = isForAll ? countVolumes(dataset.timelines, today) : undefined;
        return subscribePage(frame, { states, form, preview, volumes });
      });
      return c.html(html);
    },

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
      const { subscription: schema } = schemasFor(dataset);
      const { data, state } = parseForm(form, { schema, others: addressIn(form), index: namedStates(dataset) });
      if (data === undefined || isRedisplay(c))
        return c.html(subscribePage(pageFrame(c, ports), { states: dataset.states, form: state }), formStatus(data));
      const { email, website, ...preferences } = data;
      await ask({ request: { kind: 'confirmation', email, preferences, ip: clientIp(c) }, website });
      return seeOther(c, paths.subscribeAsked);
    },

    'GET /subscribe/asked': (c) => c.html(inboxPage(pageFrame(c, ports))),

    'POST /preferences/link': async (c) => {
      const form = await formBody(c);
      const result = schemasFor(await ports.dataset()).link.safeParse(addressIn(form));
      if (!result.success || isRedisplay(c)) {
        const state = toFormState(form, toFaults(result.error));
        return c.html(linkRequestPage(pageFrame(c, ports), 'askLink', state), formStatus(result.data));
      }
      const { email, website } = result.data;
      await ask({ request: { kind: 'link', email, ip: clientIp(c) }, website });
      return seeOther(c, paths.subscribeAsked);
    },
  };
}

/** The proposal for people who follow the whole world. */
const proposedForAll = { frequency: 'weekly', policy: 'jubilees' } as const;

const choicesForAll = [
  proposedForAll,
  { frequency: 'weekly', policy: 'tens' },
  { frequency: 'weekly', policy: 'fives' },
  { frequency: 'daily', policy: 'fives' },
] as const;

function countVolumes(timelines: readonly Timeline[], from: CalendarDate): readonly Volume[] {
  return choicesForAll.map((choice) => {
    const preferences = { ...defaultPreferences, ...choice };
    const { inTwelveMonths } = digestsAhead(timelines, preferences, { from, most: 0 });
    const milestones = milestonesBetween(timelines, { from, through: addDays(from, 364) }, preferences);
    return { ...choice, digests: inTwelveMonths, milestones: milestones.length };
  });
}

function addressIn(form: URLSearchParams) {
  return { email: form.get('email') ?? '', website: form.get('website') ?? undefined };
}
