import { dayOf } from '../../../src/domain/calendar-date.ts';
import { datasetStatistics } from '../../../src/domain/dataset-statistics.ts';
import { aboutPage } from '../../../src/web/about-page.tsx';
import { cachePage } from '../cache-text.ts';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';

/** Serves the page about the data, with current counts. */
export function aboutRoutes(ports: Ports): Handlers<'GET /about'> {
  return {
    'GET /about': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const html = cachePage(c, { dataset, frame, today }, () => {
        const sources = [...dataset.sources.values()];
        return aboutPage(frame, datasetStatistics({ ...dataset, sources }));
      });
      return c.html(html);
    },
  };
}
