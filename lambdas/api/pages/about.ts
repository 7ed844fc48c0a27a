import { dayOf } from '../../../src/domain/calendar-date.ts';
import { datasetStatistics } from '../../../src/domain/dataset-statistics.ts';
import { aboutPage } from '../../../src/web/about-page.tsx';
import type { Handlers } from '../handlers.ts';
import { pageFrame } from '../page-frame.ts';
import type { Ports } from '../ports.ts';
import { renderedPage } from './rendered.ts';

/** What there is to know about the data, counted as it stands. */
export function aboutRoutes(ports: Ports): Handlers<'GET /about'> {
  return {
    'GET /about': async (c) => {
      const [dataset, frame, today] = [await ports.dataset(), pageFrame(c, ports), dayOf(ports.now())];
      const html = renderedPage(c, { dataset, frame, today }, () => {
        const { timelines, sources } = dataset;
        return aboutPage(frame, datasetStatistics(timelines, [...sources.values()]));
      });
      return c.html(html);
    },
  };
}
