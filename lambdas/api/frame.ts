import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { defaultPreferences, type Language, languages } from '../../src/domain/subscriber.ts';
import type { Frame } from '../../src/web/page.tsx';
import type { Ports } from './ports.ts';

/** What a page is set in: the language that a subscriber has chosen, or else the one that the browser asks for. */
export function frameOf(c: Context, { assets }: Pick<Ports, 'assets'>, chosen?: Language): Frame {
  return { language: chosen ?? askedFor(c.req.header('accept-language')), assets: assets.urls };
}

/** The first wish that we can serve; `fr-CH` is served in `fr`. */
function askedFor(header = ''): Language {
  const wishes = parseAccept(header).map(({ type }) => mainPartOf(type));
  const served = wishes.map((wish) => languages.find((language) => mainPartOf(language) === wish));
  return served.find((language) => language !== undefined) ?? defaultPreferences.language;
}

function mainPartOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
