import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export type PageWindow = Awaited<ReturnType<typeof openWindow>>;

/** Every window in which each page must be right. */
export const windows = ([375, 1280] as const).flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport: { width, height: 800 }, colorScheme })),
);

/** One window that opens page after page and says what is wrong with each: opening a window takes longer than reading a page. */
export async function openWindow(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const noted: string[] = [];
  page.on('console', (message) => noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`error: ${error}`));
  page.on('request', (request) => noted.push(`request: ${request.url()}`));

  return {
    /**
     * What is wrong with the page at this address: a foreign request, a complaint of the browser, a need to scroll
     * sideways, whatever axe finds with everything unfolded. `meddle` does something to the page first.
     */
    async faultsAt(url: string, meddle?: (page: Page) => Promise<unknown>): Promise<string[]> {
      noted.length = 0;
      const answer = await page.goto(url);
      if (answer?.status() !== 200) return [`status: ${answer?.status()}`];
      await meddle?.(page);
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
      const own = [new URL('/', url).href, 'data:'].map((start) => `request: ${start}`);
      const heard = noted.filter((each) => !own.some((start) => each.startsWith(start)));
      return [...heard, ...(await overflowOf(page)), ...(await violationsOn(page))];
    },
    close: () => context.close(),
  };
}

async function overflowOf(page: Page): Promise<string[]> {
  const [needed, given] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return needed > given ? [`overflow: ${needed} pixels in ${given}`] : [];
}

/** Everything that axe calls wrong, at whatever impact. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate<string[]>(`axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => 'axe: ' + id + ': ' + html)))`);
}
