import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { defaultPreferences, type Language, languages } from '../../src/domain/preferences.ts';
import type { Frame } from '../../src/web/frame.ts';
import type { Ports } from './ports.ts';

/** Frames a page in the subscriber's language, else in the one that the address names, else in one that the browser accepts. */
export function pageFrame(
  c: Context,
  { assets, siteUrl }: Pick<Ports, 'assets' | 'siteUrl'>,
  chosen?: Language,
): Frame {
  const named = languages.find((language) => language === c.req.query('lang'));
  const language = chosen ?? named ?? askedFor(c.req.header('accept-language'));
  const { search } = new URL(c.req.url);
  const address = { query: search, namesLanguage: named !== undefined };
  return { language, assets: assets.urls, siteUrl, address: chosen === undefined ? address : undefined };
}

/** The first accepted language that we have; `fr-CH` gets `fr`. */
function askedFor(header = ''): Language {
  const wishes = parseAccept(header).map(({ type }) => mainPartOf(type));
  const served = wishes.map((wish) => languages.find((language) => mainPartOf(language) === wish));
  return served.find((language) => language !== undefined) ?? defaultPreferences.language;
}

function mainPartOf(tag: string): string {
  return tag.split('-')[0]?.toLowerCase() ?? '';
}
