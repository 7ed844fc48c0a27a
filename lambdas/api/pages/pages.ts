import type { Handlers } from '../handlers.ts';
import type { Ports } from '../ports.ts';
import type { RoutesIn } from '../routes.ts';
import { aboutRoutes } from './about.ts';
import { assetRoutes } from './assets.ts';
import { changesRoutes } from './changes.ts';
import { dueRoutes } from './due.ts';
import { fallingOnRoutes } from './falling-on.ts';
import { frontRoutes } from './front.ts';
import { namesRoutes } from './names.ts';
import { plannerRoutes } from './planner.ts';
import { relationRoutes } from './relations.ts';
import { searchRoutes } from './search.ts';
import { stateRoutes } from './states.ts';
import { yearRoutes } from './year.ts';

/** Serves the pages that are the same for everybody, and their assets. */
export function pages(ports: Ports): Handlers<RoutesIn<'pages'>> {
  return {
    ...frontRoutes(ports),
    ...fallingOnRoutes(ports),
    ...searchRoutes(ports),
    ...namesRoutes(ports),
    ...stateRoutes(ports),
    ...relationRoutes(ports),
    ...plannerRoutes(ports),
    ...yearRoutes(ports),
    ...aboutRoutes(ports),
    ...changesRoutes(ports),
    ...dueRoutes(ports),
    ...assetRoutes(ports),
  };
}
