import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import type { RoutesIn } from '../routes.ts';
import { anniversariesRoutes } from './anniversaries.ts';
import { calendarRoutes } from './calendars.ts';
import { dataChangesRoutes } from './changes.ts';
import { datasetRoutes } from './dataset.ts';
import { feedRoutes } from './feeds.ts';
import { openDataRoutes } from './open-data.ts';

/** Serves calendars, feeds and the open data. */
export function data(ports: Ports): Handlers<RoutesIn<'data'>> {
  return {
    ...calendarRoutes(ports),
    ...feedRoutes(ports),
    ...anniversariesRoutes(ports),
    ...dataChangesRoutes(ports),
    ...openDataRoutes(ports),
    ...datasetRoutes(ports),
  };
}
