import type { Context } from 'hono';
import type { FormState } from '../../../src/web/fields.tsx';
import { linkRequestPage } from '../../../src/web/preferences-page.tsx';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { refusalStatus } from './verify-link.ts';

/** A form in which nothing has been typed yet. */
export const noAddress: FormState = { values: new URLSearchParams(), faults: [] };

/** Answers a settings link that does not act with the form that asks for a fresh one. */
export function offerFreshLink(c: Context, why: 'invalid' | 'expired', ports: Ports): Response | Promise<Response> {
  return c.html(linkRequestPage(pageFrame(c, ports), 'freshLink', noAddress), refusalStatus(why));
}
