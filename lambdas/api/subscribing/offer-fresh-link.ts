import type { Context } from 'hono';
import type { FormState } from '../../../src/web/fields.tsx';
import { linkRequestPage } from '../../../src/web/preferences-page.tsx';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { refusalStatus } from './verify-link.ts';

/** An empty form. */
export const noAddress: FormState = { values: new URLSearchParams(), faults: [] };

/** Answers an unusable settings link with the form to request a new one. */
export function offerFreshLink(c: Context, why: 'invalid' | 'expired', ports: Ports): Response | Promise<Response> {
  return c.html(linkRequestPage(pageFrame(c, ports), 'freshLink', noAddress), refusalStatus(why));
}
