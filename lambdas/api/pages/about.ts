import type { Hono } from 'hono';
import { dayOf } from '../../../src/domain/calendar-date.ts';
import { datasetStatistics } from '../../../src/domain/dataset-statistics.ts';
import { aboutPage } from '../../../src/web/about-page.tsx';
import { paths } from '../../../src/web/paths.ts';
import { frameOf } from '../frame.ts';
import type { Ports } from '../ports.ts';
import { cacheablePage } from './cacheable.ts';
import { renderedPage } from './rendered.ts';

/** What there is to know about the data, counted as it stands. */
export function aboutData(app: Hono, ports: Ports): void {
  app.get(paths.about, cacheablePage, async (c) => {
    const [dataset, frame, today] = [await ports.dataset(), frameOf(c, ports), dayOf(ports.now())];
    const html = renderedPage(c, { dataset, frame, today }, () => {
      const { timelines, sources } = dataset;
      return aboutPage(frame, datasetStatistics(timelines, [...sources.values()]));
    });
    return c.html(html);
  });
}
