import type { Context } from 'hono';
import { dayOf, firstOfMonth, isDay, yearOf } from '../../../src/domain/calendar-date.ts';
import { calendarMilestones, type DayMilestone } from '../../../src/domain/calendar-milestones.ts';
import { daysObserved } from '../../../src/domain/days-observed.ts';
import { defaultPreferences, filterOf, type MilestoneFilter } from '../../../src/domain/preferences.ts';
import type { Pair } from '../../../src/domain/relation-event.ts';
import type { Subscriber } from '../../../src/domain/subscriber.ts';
import { currentCalendarVersion, resetCalendarAddress } from '../../../src/domain/subscription.ts';
import { type Calendar, calendarText } from '../../../src/icalendar/calendar-text.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { pairPath, paths } from '../../../src/web/paths.ts';
import { cacheText } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';
import { fileName, findFollowed } from './followed.ts';
import { schemasFor } from './schemas-for.ts';

const LAST_YEAR = 9999;

type CalendarRequest = Pick<Calendar, 'followed' | 'language' | 'alarm'> & MilestoneFilter & { readonly years: number };

/** Serves calendars: public ones of the world, a state or a pair, and each subscriber's personal one. */
export function calendarRoutes(
  ports: Ports,
): Handlers<'GET /calendars/:file' | 'GET /milestones/:pair/:file' | 'GET /calendars/my/:file'> {
  return {
    'GET /calendars/:file': async (c) => {
      const dataset = await ports.dataset();
      const followed = findFollowed(c, '.ics', dataset);
      if (followed === undefined) return c.notFound();
      const { lang: language, ...query } = parseRequest(
        schemasFor(dataset).calendar,
        Object.fromEntries(queryWithoutTracking(c)),
      );
      const filter = filterOf(defaultPreferences);
      return answer(c, writeCalendar(dataset, { ...filter, ...followed, ...query, language }, ports));
    },

    'GET /milestones/:pair/:file': async (c) => {
      const dataset = await ports.dataset();
      const milestones = findMilestone(c, dataset);
      const [milestone] = milestones;
      if (milestone === undefined) return c.notFound();
      const { lang: language, alarm } = parseRequest(
        schemasFor(dataset).milestoneCalendar,
        Object.fromEntries(queryWithoutTracking(c)),
      );
      const { leapDay } = defaultPreferences;
      const shown = { milestones, isCut: false };
      const followed = { pair: milestone.timeline.pair };
      const pageUrl = (pair: Pair) => ports.siteUrl + pairPath(pair);
      return answer(c, calendarText({ followed, shown, language, leapDay, alarm, sources: dataset.sources, pageUrl }));
    },

    'GET /calendars/my/:file': async (c) => {
      const subscriber = await findOwner(fileName(c, '.ics') ?? '', ports);
      if (subscriber === undefined) return c.notFound();
      const dataset = await ports.dataset();
      const query = parseRequest(schemasFor(dataset).myCalendar, Object.fromEntries(queryWithoutTracking(c)));
      const filter = filterOf(subscriber.preferences);
      const { language } = subscriber.preferences;
      return answer(c, writeCalendar(dataset, { followed: 'mine', ...filter, ...query, language }, ports));
    },
  };
}

/** Returns the address of an active subscriber's personal calendar. It works as a password: show it to its owner only. */
export function ownCalendarUrl(subscriber: Subscriber, { links, siteUrl, now }: CalendarPorts): string | undefined {
  if (subscriber.status !== 'active') return undefined;
  const bearer = { subscriberId: subscriber.id, subscriptionVersion: currentCalendarVersion(subscriber) };
  return `${siteUrl}${paths.myCalendar}/${links.sign('calendar', bearer, now())}.ics`;
}

/** Replaces the address of a personal calendar; `undefined` if its owner has subscribed again or been erased meanwhile. */
export function replaceCalendar(
  { id, subscriptionVersion }: Subscriber,
  { subscribers }: Ports,
): Promise<Subscriber | undefined> {
  return subscribers.change(id, (known) =>
    known?.subscriptionVersion === subscriptionVersion ? resetCalendarAddress(known) : undefined,
  );
}

type CalendarPorts = Pick<Ports, 'links' | 'siteUrl' | 'now'>;

/** Finds the owner of a calendar key; `undefined` if the key was replaced or never valid, or the owner has left. */
async function findOwner(key: string, { links, subscribers, now }: Ports): Promise<Subscriber | undefined> {
  const bearer = links.verify('calendar', key, now());
  if (typeof bearer === 'string') return undefined;
  const known = await subscribers.find(bearer.subscriberId);
  return known?.status === 'active' && currentCalendarVersion(known) === bearer.subscriptionVersion ? known : undefined;
}

function writeCalendar(dataset: Dataset, request: CalendarRequest, { siteUrl, now }: Ports): string {
  const today = firstOfMonth(dayOf(now()));
  return cacheText(dataset, { calendar: request, today }, () => {
    const { years, followed, language, leapDay, alarm } = request;
    const shown = calendarMilestones(dataset.timelinesOf(request), request, { today, years });
    const { sources } = dataset;
    return calendarText({
      followed,
      shown,
      language,
      leapDay,
      alarm,
      sources,
      pageUrl: (pair) => siteUrl + pairPath(pair),
    });
  });
}

/** Finds the milestone of a `milestonePath`, on each of its days; without a known day it has no calendar entry. */
function findMilestone(c: Context, { timelines }: Dataset): DayMilestone[] {
  const timeline = timelines.find(({ pair }) => pair === c.req.param('pair'));
  const [, key, years] = /^(.+)-([1-9]\d{0,3})$/.exec(fileName(c, '.ics') ?? '') ?? [];
  const event = timeline?.events.find(({ date, kind }) => `${date}-${kind}` === key);
  if (timeline === undefined || event === undefined || years === undefined) return [];
  const year = yearOf(event.date) + Number(years);
  if (year > LAST_YEAR) return [];
  const milestone = { timeline, event, years: Number(years) };
  return daysObserved(milestone, defaultPreferences.leapDay).flatMap(({ date }) =>
    isDay(date) ? { ...milestone, date } : [],
  );
}

function answer(c: Context, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
