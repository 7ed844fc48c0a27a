import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules of axe whose answer hangs on colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

const noColourRules = Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }]));

/** How a person looks at a page. */
export type Look = {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** That the same colours are judged on another page: it takes half of the time. */
  readonly hasKnownColours?: boolean;
};

/** Every way in which each page must be right. */
export const looks: readonly Look[] = [375, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Long words and other scripts are hardest to set where there is least room; the colours are the same in all languages. */
export const telephoneByNight: readonly Look[] = [{ width: 375, colorScheme: 'dark', hasKnownColours: true }];

export type PageWindow = Awaited<ReturnType<typeof openWindow>>;

/** One window that opens page after page and says what is wrong with each: opening a window takes longer than reading a page. */
export async function openWindow(browser: Browser) {
  const page = await pageWithAxe(browser);
  const noted: string[] = [];
  page.on('console', (message) => noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`error: ${error}`));
  page.on('request', (request) => noted.push(`request: ${request.url()}`));

  return {
    /**
     * What is wrong with the page at this address, opened at the first look and looked at in each: a foreign request, a
     * complaint of the browser, a need to scroll sideways, whatever axe finds with everything unfolded. `meddle` does
     * something to the page first.
     */
    async faultsAt(url: string, shown = looks, meddle?: (page: Page) => Promise<unknown>): Promise<string[]> {
      noted.length = 0;
      await page.emulateMedia({ colorScheme: shown[0]?.colorScheme ?? null });
      const answer = await page.goto(url);
      if (answer?.status() !== 200) return [`status: ${answer?.status()}`];
      await meddle?.(page);
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true; })');
      const seen = await faultsInEach(shown, page);
      const own = [new URL('/', url).href, 'data:'].map((start) => `request: ${start}`);
      return [...noted.filter((each) => !own.some((start) => each.startsWith(start))), ...seen];
    },
    close: () => page.context().close(),
  };
}

/** A window in which axe waits. */
export async function pageWithAxe(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  await context.addInitScript(axe);
  return await context.newPage();
}

/** What axe is sure of, and what it leaves for a person to judge. */
type Told = readonly ('violations' | 'incomplete')[];

/**
 * What is seen to be wrong at each look. One at which everything stands where it stood at the look before can differ from
 * it in nothing but colours: there axe is asked about those alone.
 */
export async function faultsInEach(shown: readonly Look[], page: Page, told: Told = ['violations']): Promise<string[]> {
  const faults: string[] = [];
  let before: string | undefined;
  for (const { width, colorScheme, hasKnownColours } of shown) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const places = await placesOn(page);
    const whole = hasKnownColours ? { rules: noColourRules } : {};
    const rules = places === before ? { runOnly: colourRules } : whole;
    const seen = [...(await overflowOf(page)), ...(await axeFaults(page, { ...rules, resultTypes: told }))];
    faults.push(...seen.map((fault) => `${width} ${colorScheme}: ${fault}`));
    before = places;
  }
  return faults;
}

/** Where everything stands that is shown. */
function placesOn(page: Page): Promise<string> {
  return page.evaluate<string>(`[...document.querySelectorAll('*')]
    .filter((each) => each.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    .map((each) => [each.localName, ...Object.values(each.getBoundingClientRect().toJSON())].join()).join('\\n')`);
}

async function overflowOf(page: Page): Promise<string[]> {
  const [needed, given] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return needed > given ? [`overflow: ${needed} pixels in ${given}`] : [];
}

/** Everything that axe tells of the kinds asked for, at whatever impact. */
function axeFaults(page: Page, options: { readonly resultTypes: Told } & Record<string, unknown>) {
  return page.evaluate<string[]>(`axe.run(${JSON.stringify(options)}).then((results) =>
    ${JSON.stringify(options.resultTypes)}.flatMap((kind) => results[kind]).flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => 'axe: ' + id + ': ' + html)))`);
}
