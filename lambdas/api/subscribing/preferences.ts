import type { Context } from 'hono';
import { eraseSubscriber } from '../../../src/adapters/dynamodb/erase-subscriber.ts';
import { toBearer } from '../../../src/adapters/lambda/link-signer.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { changePreferences } from '../../../src/domain/subscription.ts';
import { writePreferencesForm } from '../../../src/requests/preferences-form.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { calendarReplacedPage } from '../../../src/web/follow.tsx';
import { paths, withToken } from '../../../src/web/paths.ts';
import { linkRequestPage, preferencesPage, savedPage } from '../../../src/web/preferences-page.tsx';
import { erasedPage } from '../../../src/web/unsubscribe-page.tsx';
import { ownCalendarUrl, replaceCalendar } from '../data/calendars.ts';
import type { Handlers } from '../handlers.ts';
import { namedStates } from '../named-states.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { seeOther } from '../query.ts';
import { formBody, formStatus, isRedisplay, parseForm } from './bodies.ts';
import { noAddress, offerFreshLink } from './offer-fresh-link.ts';
import { schemasFor } from './schemas-for.ts';
import { verifyLink } from './verify-link.ts';

/** Serves the settings page, behind the link in a mail. */
export function preferencesRoutes(
  ports: Ports,
): Handlers<
  | 'GET /preferences'
  | 'POST /preferences'
  | 'GET /preferences/link'
  | 'GET /preferences/saved'
  | 'POST /preferences/calendar/reset'
  | 'GET /preferences/calendar'
  | 'POST /erase'
  | 'GET /erase/done'
> {
  const show = async (c: Context, subscriber: Subscriber, shown: { token: string; form: FormState }) => {
    const { email, status, preferences } = subscriber;
    const mayLeave = status === 'active';
    return preferencesPage(pageFrame(c, ports, preferences.language), {
      ...shown,
      unsubscribeToken: mayLeave
        ? ports.links.sign('unsubscribe', toBearer(subscriber, 'unsubscribe'), ports.now())
        : undefined,
      calendarUrl: ownCalendarUrl(subscriber, ports),
      email,
      states: (await ports.dataset()).states,
    });
  };

  return {
    'GET /preferences': async (c) => {
      const token = c.req.query('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const form = { values: writePreferencesForm(subscriber.preferences), faults: [] };
      return c.html(await show(c, subscriber, { token, form }));
    },

    'GET /preferences/link': (c) => c.html(linkRequestPage(pageFrame(c, ports), 'askLink', noAddress)),

    'POST /preferences': async (c) => {
      const form = await formBody(c);
      const token = form.get('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const dataset = await ports.dataset();
      const { preferences: schema } = schemasFor(dataset);
      const { data: preferences, state } = parseForm(form, { schema, index: namedStates(dataset) });
      if (preferences === undefined || isRedisplay(c))
        return c.html(await show(c, subscriber, { token, form: state }), formStatus(preferences));
      const { subscriptionVersion } = subscriber;
      const saved = await ports.subscribers.change(subscriber.id, (known) =>
        known?.subscriptionVersion === subscriptionVersion
          ? changePreferences(known, preferences, ports.now())
          : undefined,
      );
      if (saved === undefined) return offerFreshLink(c, 'invalid', ports);
      return seeOther(c, withToken(paths.preferencesSaved, token));
    },

    'GET /preferences/saved': async (c) => {
      const token = c.req.query('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const { preferences } = subscriber;
      return c.html(savedPage(pageFrame(c, ports, preferences.language), { token, preferences }));
    },

    'POST /preferences/calendar/reset': async (c) => {
      const token = (await formBody(c)).get('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const changed = await replaceCalendar(subscriber, ports);
      return changed === undefined
        ? offerFreshLink(c, 'invalid', ports)
        : seeOther(c, withToken(paths.calendarReplaced, token));
    },

    'GET /preferences/calendar': async (c) => {
      const token = c.req.query('t') ?? '';
      const subscriber = await verifyLink('manage', token, ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      const url = ownCalendarUrl(subscriber, ports);
      if (url === undefined) return offerFreshLink(c, 'invalid', ports);
      return c.html(calendarReplacedPage(pageFrame(c, ports, subscriber.preferences.language), { url, token }));
    },

    'POST /erase': async (c) => {
      const subscriber = await verifyLink('manage', (await formBody(c)).get('t') ?? '', ports);
      if (typeof subscriber === 'string') return offerFreshLink(c, subscriber, ports);
      await eraseSubscriber(subscriber.id, ports);
      return seeOther(c, paths.erased, subscriber.preferences.language);
    },

    'GET /erase/done': (c) => c.html(erasedPage(pageFrame(c, ports))),
  };
}
