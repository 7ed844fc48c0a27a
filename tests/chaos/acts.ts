import { paths } from '../../src/web/paths.ts';
import { wishes } from './dates-of-every-day.ts';
import type { Act, Doing } from './fault-schedule.ts';
import { links } from './functions.ts';

/** The person who acts, as the links in their mails identify them. */
export type Actor = { readonly id: string; readonly email: string; readonly subscriptionVersion: number };

/** The request by which somebody does what they do. */
export function requestOf({ does, preferences }: Act, { id, email, subscriptionVersion }: Actor, now: Date) {
  const bearer = { subscriberId: id, subscriptionVersion };
  if (does === 'subscribe') return json('POST', '/v1/subscriptions', { email, ...wishes, ...preferences });
  if (does === 'prefer') {
    const authorization = `Bearer ${links.sign('manage', bearer, now)}`;
    return json('PATCH', '/v1/subscriptions/me', { ...preferences }, { authorization });
  }
  if (does === 'erase') {
    const authorization = `Bearer ${links.sign('manage', bearer, now)}`;
    return { path: '/v1/subscriptions/me', init: { method: 'DELETE', headers: { authorization } } };
  }
  return does === 'unsubscribe'
    ? form(paths.unsubscribe, links.sign('unsubscribe', bearer, now))
    : form(paths.undoUnsubscribe, links.sign('undo', bearer, now));
}

/** What a stranger asks for, in the name of an address that is not theirs, from their own network. */
export function strangersRequest({ asks, name, domain, ip }: Doing): PersonsRequest {
  const email = `${name}@${domain}`;
  return asks === 'for a link'
    ? json('POST', '/v1/subscriptions/link', { email }, { 'x-test-ip': ip })
    : json('POST', '/v1/subscriptions', { email, ...wishes, hour: 23 }, { 'x-test-ip': ip });
}

/** The request behind the button of the page that a confirmation mail leads to; `undefined` when the mail is none. */
export function confirmationIn(text: string) {
  const token = new RegExp(`${paths.confirm}\\?t=([\\w.-]+)`).exec(text)?.[1];
  return token === undefined ? undefined : form(paths.confirm, token);
}

export type PersonsRequest = { readonly path: string; readonly init: RequestInit };

function json(method: string, path: string, body: object, headers: Record<string, string> = {}): PersonsRequest {
  const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  return { path, init };
}

function form(path: string, token: string): PersonsRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { path, init: { method: 'POST', headers, body: new URLSearchParams({ t: token }).toString() } };
}
