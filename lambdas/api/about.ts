import type { Hono } from 'hono';
import { countDataset } from '../../src/domain/dataset-counts.ts';
import { aboutPage } from '../../src/web/about-page.tsx';
import { paths } from '../../src/web/paths.ts';
import { cacheablePage } from './cacheable.ts';
import { frameOf } from './frame.ts';
import type { Ports } from './ports.ts';

/** What there is to know about the data, counted as it stands. */
export function aboutData(app: Hono, ports: Ports): void {
  app.get(paths.about, cacheablePage, async (c) => {
    const { timelines, sources } = await ports.dataset();
    return c.html(aboutPage(frameOf(c, ports), countDataset(timelines, [...sources.values()])));
  });
}
