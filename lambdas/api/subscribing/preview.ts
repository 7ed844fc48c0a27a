import type { CalendarDate } from '../../../src/domain/calendar-date.ts';
import type { Digest } from '../../../src/domain/digest.ts';
import { digestsAhead } from '../../../src/domain/digests-ahead.ts';
import { duePath } from '../../../src/domain/due-path.ts';
import type { Preferences } from '../../../src/domain/preferences.ts';
import { localDate } from '../../../src/domain/schedule.ts';
import type { Timeline } from '../../../src/domain/timeline.ts';
import { parseRequest } from '../../../src/requests/invalid-request.ts';
import { toNoteParts } from '../../../src/wording/note-parts.ts';
import { wordingIn } from '../../../src/wording/wording.ts';
import type { PreviewAnswer } from '../answers.ts';
import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import { jsonBody } from './bodies.ts';
import { schemasFor } from './schemas-for.ts';

const MAX_DIGESTS = 5;
const MAX_ITEMS = 10;

/** Serves previews of the digests that preferences would bring. */
export function previewRoutes({ dataset, now, siteUrl }: Ports): Handlers<'POST /v1/preview'> {
  return {
    'POST /v1/preview': async (c) => {
      const { timelines, ...known } = await dataset();
      const { date, ...preferences } = parseRequest(schemasFor(known).preview, await jsonBody(c));
      const from = date ?? localDate(now(), preferences.timeZone);
      return c.json(previewDigests(timelines, preferences, { from, siteUrl }));
    },
  };
}

/** Counts the digests of the twelve months from a day, and lists the content of the first few. */
export function previewDigests(
  timelines: readonly Timeline[],
  preferences: Preferences,
  { from, siteUrl }: { readonly from: CalendarDate; readonly siteUrl: string },
): PreviewAnswer {
  const { inTwelveMonths, next } = digestsAhead(timelines, preferences, { from, most: MAX_DIGESTS });
  return {
    digestsInNext12Months: inTwelveMonths,
    next: next.map((digest) => toPreview(digest, preferences, siteUrl)),
  };
}

function toPreview(
  { on, coverage, groups }: Digest,
  preferences: Preferences,
  siteUrl: string,
): PreviewAnswer['next'][number] {
  const { language } = preferences;
  const { milestones: words } = wordingIn(language);
  const milestones = groups.flatMap((group) => group.milestones);
  const items = milestones.slice(0, MAX_ITEMS).map(({ timeline, event, years, date }) => {
    const { kind } = event;
    const title = words.title({ kind, years, note: toNoteParts(event).qualifiers });
    return { pair: timeline.pair, kind, years, date, title };
  });
  const list = `${siteUrl}${duePath(coverage, preferences)}&lang=${language}`;
  return { on, items, more: milestones.length - items.length, list };
}
