import { dayOf } from '../../../src/domain/calendar-date.ts';
import { releasedOn } from '../../../src/domain/change.ts';
import { type ChangeInTimeline, selectChanges } from '../../../src/domain/change-history.ts';
import { readChangesQuery } from '../../../src/requests/page-query.ts';
import { changesPage } from '../../../src/web/changes-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { queryWithoutTracking } from '../query.ts';

const CHANGES_ON_PAGE = 500;

/** Serves the page of changes by data releases. */
export function changesRoutes(ports: Ports): Handlers<'GET /changes'> {
  return {
    'GET /changes': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const { state, number } = readChangesQuery(queryWithoutTracking(c), dataset.codes);
      const html = cachePage(c, { dataset, frame, today }, () => {
        const all = selectChanges(dataset.timelines, { state }).toSorted(latestReleaseFirst);
        const from = (number - 1) * CHANGES_ON_PAGE;
        const changes = all.slice(from, from + CHANGES_ON_PAGE);
        return changesPage(frame, {
          ...{ changes, state, number, states: dataset.states },
          hasMore: all.length > from + CHANGES_ON_PAGE,
        });
      });
      return c.html(html);
    },
  };
}

function latestReleaseFirst({ change: one }: ChangeInTimeline, { change: other }: ChangeInTimeline): number {
  return (releasedOn(other.release) ?? '').localeCompare(releasedOn(one.release) ?? '');
}
