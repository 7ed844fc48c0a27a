import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import type { RoutesIn } from '../routes.ts';
import { addressRoutes } from './address.ts';
import { confirmRoutes } from './confirm.ts';
import { mySubscriptionRoutes } from './my-subscription.ts';
import { preferencesRoutes } from './preferences.ts';
import { previewRoutes } from './preview.ts';
import { reportRoutes } from './report.ts';
import { subscribeRoutes } from './subscribe.ts';
import { unsubscribeRoutes } from './unsubscribe.ts';

/** Serves subscriptions, for people and for programs, and reports of errors. */
export function subscribing(ports: Ports): Handlers<RoutesIn<'subscribing'>> {
  return {
    ...subscribeRoutes(ports),
    ...confirmRoutes(ports),
    ...preferencesRoutes(ports),
    ...addressRoutes(ports),
    ...unsubscribeRoutes(ports),
    ...mySubscriptionRoutes(ports),
    ...previewRoutes(ports),
    ...reportRoutes(ports),
  };
}
