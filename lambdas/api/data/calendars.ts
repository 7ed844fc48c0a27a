import type { Context } from 'hono';
import { dayOf, firstOfMonth } from '../../../src/domain/calendar-date.ts';
import { calendarMilestones } from '../../../src/domain/calendar-milestones.ts';
import { defaultPreferences, type MilestoneFilter } from '../../../src/domain/preferences.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { currentCalendarVersion, resetCalendarAddress } from '../../../src/domain/subscription.ts';
import { type Calendar, calendarText } from '../../../src/icalendar/calendar-text.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { pairPath, paths } from '../../../src/web/paths.ts';
import type { Handlers } from '../handlers.ts';
import { rendered } from '../pages/rendered.ts';
import type { Ports } from '../ports.ts';
import { schemasFor } from '../schemas-for.ts';
import { followedIn, nameOfFile } from './followed.ts';

type Wish = Pick<Calendar, 'followed' | 'language' | 'alarm'> & MilestoneFilter & { readonly years: number };

/** Calendars that programs follow: of the world, a state or a pair for everybody, and of what a subscriber follows for them alone. */
export function calendarRoutes(ports: Ports): Handlers<'GET /calendars/:file' | 'GET /calendars/my/:file'> {
  return {
    'GET /calendars/:file': async (c) => {
      const dataset = await ports.dataset();
      const whom = followedIn(c, '.ics', dataset);
      if (whom === undefined) return c.notFound();
      const { lang: language, ...asked } = parseRequest(schemasFor(dataset).calendar, c.req.query());
      const { leapDay, includeSevered } = defaultPreferences;
      return answer(c, textOf(dataset, { ...whom, ...asked, language, leapDay, includeSevered }, ports));
    },

    'GET /calendars/my/:file': async (c) => {
      const subscriber = await ownerOf(nameOfFile(c, '.ics') ?? '', ports);
      if (subscriber === undefined) return c.notFound();
      const dataset = await ports.dataset();
      const asked = parseRequest(schemasFor(dataset).myCalendar, c.req.query());
      const { states, pairs, kinds, policy, leapDay, includeSevered, language } = subscriber.preferences;
      const filter = { states, pairs, kinds, policy, leapDay, includeSevered };
      return answer(c, textOf(dataset, { followed: 'mine', ...filter, ...asked, language }, ports));
    },
  };
}

/** Where a subscriber's own calendar is: whoever knows it may read it, so it is shown to nobody else. Only an active subscriber has one. */
export function calendarUrlOf(subscriber: Subscriber, { links, siteUrl, now }: CalendarPorts): string | undefined {
  if (subscriber.status !== 'active') return undefined;
  const bearer = { subscriberId: subscriber.id, subscriptionVersion: currentCalendarVersion(subscriber) };
  return `${siteUrl}${paths.myCalendar}/${links.sign('calendar', bearer, now())}.ics`;
}

/** Gives a subscriber's own calendar another address; `undefined` when they began a new life meanwhile, or were erased. */
export function replaceCalendar(
  { id, subscriptionVersion }: Subscriber,
  { subscribers }: Ports,
): Promise<Subscriber | undefined> {
  return subscribers.change(id, (known) =>
    known?.subscriptionVersion === subscriptionVersion ? resetCalendarAddress(known) : undefined,
  );
}

type CalendarPorts = Pick<Ports, 'links' | 'siteUrl' | 'now'>;

/** Whose calendar a key opens; `undefined` when it was reset, was never genuine, or its owner has left. */
async function ownerOf(key: string, { links, subscribers, now }: Ports): Promise<Subscriber | undefined> {
  const bearer = links.verify('calendar', key, now());
  if (typeof bearer === 'string') return undefined;
  const known = await subscribers.find(bearer.subscriberId);
  return known?.status === 'active' && currentCalendarVersion(known) === bearer.subscriptionVersion ? known : undefined;
}

function textOf(dataset: Dataset, wish: Wish, { siteUrl, now }: Ports): string {
  const today = firstOfMonth(dayOf(now()));
  return rendered(dataset, { calendar: wish, today }, () => {
    const { years, followed, language, leapDay, alarm } = wish;
    const shown = calendarMilestones(dataset.timelines, wish, { today, years });
    return calendarText({ followed, shown, language, leapDay, alarm, pageOf: (pair) => siteUrl + pairPath(pair) });
  });
}

function answer(c: Context, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
