import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { defaultPreferences, type Language, languages } from '../../src/domain/preferences.ts';
import type { Frame } from '../../src/web/frame.ts';
import type { Ports } from './ports.ts';
import { queryWithoutTracking } from './query.ts';

/** Creates the frame of a page, in the language that the address names, else in the subscriber's, else in one that the browser accepts. */
export function pageFrame(
  c: Context,
  { assets, siteUrl }: Pick<Ports, 'assets' | 'siteUrl'>,
  chosen?: Language,
): Frame {
  const named = languageNamed(c);
  const language = named ?? chosen ?? askedFor(c.req.header('accept-language'));
  const address = { query: queryOfPage(c), namesLanguage: named !== undefined };
  return { language, assets: assets.urls, siteUrl, address };
}

/** Returns the language in the address, also as `zh-CN` or `zh_CN`; `undefined` if we do not have it. */
export function languageNamed(c: Context): Language | undefined {
  const written = primarySubtag(c.req.query('lang') ?? '');
  return languages.find((language) => language === written);
}

/** Returns the query that shows the page again; after a form, with the token from its body. */
function queryOfPage(c: Context): string {
  const searchParams = queryWithoutTracking(c);
  const search = searchParams.size === 0 ? '' : `?${searchParams}`;
  const token: unknown = c.get('token');
  if (typeof token !== 'string' || searchParams.has('t')) return search;
  return `?${new URLSearchParams([...searchParams, ['t', token]])}`;
}

/** Returns the first accepted language that we have; `fr` for `fr-CH`. */
function askedFor(header = ''): Language {
  const accepted = parseAccept(header).map(({ type }) => primarySubtag(type));
  const served = accepted.map((tag) => languages.find((language) => primarySubtag(language) === tag));
  return served.find((language) => language !== undefined) ?? defaultPreferences.language;
}

function primarySubtag(tag: string): string {
  return tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
}
