import type { Context } from 'hono';
import { addDays, type CalendarDate, dayOf } from '../../../src/domain/calendar-date.ts';
import { selectChanges } from '../../../src/domain/change-history.ts';
import { defaultPreferences } from '../../../src/domain/preferences.ts';
import { atomFeed } from '../../../src/feeds/atom.ts';
import { type ChangesFeed, changesFeed } from '../../../src/feeds/changes-feed.ts';
import { feedEntries } from '../../../src/feeds/feed-entries.ts';
import type { Dataset } from '../../../src/relations/dataset-in-memory.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { pairPath, paths, statePath } from '../../../src/web/paths.ts';
import type { Followed } from '../../../src/wording/calendar-messages.ts';
import { cacheText } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';
import { fileName, findFollowed } from './followed.ts';
import { schemasFor } from './schemas-for.ts';

/** Serves Atom feeds of the world, a state or a pair: a milestone gets an entry when it comes within the lead time. */
export function feedRoutes({ dataset: read, siteUrl, now }: Ports): Handlers<'GET /feeds/:file'> {
  return {
    'GET /feeds/:file': async (c) => {
      const dataset = await read();
      const changes = findChanges(c, dataset);
      if (changes) return answer(c, writeChanges(c, dataset, { followed: changes, siteUrl, today: dayOf(now()) }));
      const target = findFollowed(c, '.atom', dataset);
      if (target === undefined) return c.notFound();
      const {
        lang: language,
        lead: leadTime,
        ...query
      } = parseRequest(schemasFor(dataset).feed, Object.fromEntries(queryWithoutTracking(c)));
      const today = dayOf(now());
      const kept = queryWithoutTracking(c);
      const path = c.req.path + (kept.size === 0 ? '' : `?${kept}`);
      const text = cacheText(dataset, { feed: path, today }, () => {
        const filter = { ...defaultPreferences, ...target, ...query };
        return atomFeed({
          followed: target.followed,
          milestones: feedEntries(dataset.timelinesOf(filter), filter, addDays(today, leadTime)),
          leadTime,
          today,
          language,
          leapDay: filter.leapDay,
          sources: dataset.sources,
          site: siteUrl,
          path,
          page: pageAbout(target.followed),
          pagePath: pairPath,
        });
      });
      return answer(c, text);
    },
  };
}

type WhoseChanges = {
  readonly followed: ChangesFeed['followed'];
  readonly siteUrl: string;
  readonly today: CalendarDate;
};

/** Parses `changes`, `changes-CN` or `changes-CN-LS`; `undefined` for other feeds. */
function findChanges(c: Context, dataset: Dataset): ChangesFeed['followed'] | undefined {
  const [, whose = 'world'] = /^changes(?:-(.+))?$/.exec(fileName(c, '.atom') ?? '') ?? ['', ''];
  return schemasFor(dataset).followed.safeParse(whose).data?.followed;
}

function writeChanges(c: Context, dataset: Dataset, { followed, siteUrl, today }: WhoseChanges): string {
  const { lang: language, page: number } = parseRequest(
    schemasFor(dataset).changesFeed,
    Object.fromEntries(queryWithoutTracking(c)),
  );
  const filter = typeof followed === 'string' ? {} : followed;
  return cacheText(dataset, { changesFeed: followed, number, language, today }, () =>
    changesFeed({
      ...{ followed, number, language, today, sources: dataset.sources },
      changes: selectChanges(dataset.timelines, filter).toReversed(),
      ...{ site: siteUrl, path: `${c.req.path}?lang=${language}`, pagePath: pairPath },
      page: typeof followed === 'object' && 'pair' in followed ? pairPath(followed.pair) : paths.changes,
    }),
  );
}

function answer(c: Context, text: string): Response {
  return c.body(text, 200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
}

function pageAbout(followed: Followed): string {
  if (typeof followed === 'string') return paths.front;
  return 'state' in followed ? statePath(followed.state) : pairPath(followed.pair);
}
