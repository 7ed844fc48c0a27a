import type { Context, Hono } from 'hono';
import { eraseSubscriber } from '../../../src/adapters/dynamodb/erase-subscriber.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { changePreferences } from '../../../src/domain/subscription.ts';
import { faultsOf } from '../../../src/requests/invalid-request.ts';
import { readPreferencesForm, writePreferencesForm } from '../../../src/requests/preferences-form.ts';
import type { FormState } from '../../../src/web/fields.tsx';
import { calendarReplacedPage } from '../../../src/web/follow.tsx';
import { paths } from '../../../src/web/paths.ts';
import { freshLinkPage, preferencesPage, savedPage } from '../../../src/web/preferences-page.tsx';
import { erasedPage } from '../../../src/web/unsubscribe-page.tsx';
import { calendarUrlOf, replaceCalendar } from '../data/calendars.ts';
import { schemasFor } from '../document/schemas-for.ts';
import { frameOf } from '../frame.ts';
import type { Ports } from '../ports.ts';
import { bearerOf, statusOfRefusal } from './bearer.ts';
import { formBody } from './bodies.ts';
import { formStateOf } from './form-state.ts';

/** Every preference on one page, behind a link that was sent by mail. */
export function preferenceCentre(app: Hono, ports: Ports): void {
  const offerFreshLink = (c: Context, why: 'invalid' | 'expired') =>
    c.html(freshLinkPage(frameOf(c, ports), { values: new URLSearchParams(), faults: [] }), statusOfRefusal(why));

  const show = async (c: Context, subscriber: Subscriber, shown: { token: string; form: FormState }) => {
    const { id, subscriptionVersion, email, status, preferences } = subscriber;
    const mayLeave = status === 'active';
    return preferencesPage(frameOf(c, ports, preferences.language), {
      ...shown,
      unsubscribeToken: mayLeave
        ? ports.links.sign('unsubscribe', { subscriberId: id, subscriptionVersion }, ports.now())
        : undefined,
      calendarUrl: calendarUrlOf(subscriber, ports),
      email,
      states: (await ports.dataset()).states,
    });
  };

  app.get(paths.preferences, async (c) => {
    const token = c.req.query('t') ?? '';
    const subscriber = await bearerOf('manage', token, ports);
    if (typeof subscriber === 'string') return offerFreshLink(c, subscriber);
    const form = { values: writePreferencesForm(subscriber.preferences), faults: [] };
    return c.html(await show(c, subscriber, { token, form }));
  });

  app.post(paths.preferences, async (c) => {
    const form = await formBody(c);
    const token = form.get('t') ?? '';
    const subscriber = await bearerOf('manage', token, ports);
    if (typeof subscriber === 'string') return offerFreshLink(c, subscriber);
    const result = schemasFor(await ports.dataset()).preferences.safeParse(readPreferencesForm(form));
    if (!result.success) {
      const state = formStateOf(form, faultsOf(result.error));
      return c.html(await show(c, subscriber, { token, form: state }), 422);
    }
    const { subscriptionVersion } = subscriber;
    const preferences = result.data;
    const saved = await ports.subscribers.change(subscriber.id, (known) =>
      known?.subscriptionVersion === subscriptionVersion
        ? changePreferences(known, preferences, ports.now())
        : undefined,
    );
    if (saved === undefined) return offerFreshLink(c, 'invalid');
    return c.html(savedPage(frameOf(c, ports, preferences.language), { token, preferences }));
  });

  app.post(paths.resetCalendar, async (c) => {
    const token = (await formBody(c)).get('t') ?? '';
    const subscriber = await bearerOf('manage', token, ports);
    if (typeof subscriber === 'string') return offerFreshLink(c, subscriber);
    const changed = await replaceCalendar(subscriber, ports);
    const url = changed && calendarUrlOf(changed, ports);
    if (changed === undefined || url === undefined) return offerFreshLink(c, 'invalid');
    return c.html(calendarReplacedPage(frameOf(c, ports, changed.preferences.language), { url, token }));
  });

  app.post(paths.erase, async (c) => {
    const subscriber = await bearerOf('manage', (await formBody(c)).get('t') ?? '', ports);
    if (typeof subscriber === 'string') return offerFreshLink(c, subscriber);
    await eraseSubscriber(subscriber.id, ports);
    return c.html(erasedPage(frameOf(c, ports, subscriber.preferences.language)));
  });
}
