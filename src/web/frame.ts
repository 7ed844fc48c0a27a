import type { Language } from '../domain/preferences.ts';

/** The context of every page: the reader's language, the addresses of stylesheet and script, and the site. */
export type Frame = {
  readonly language: Language;
  readonly assets: Assets;
  /** Absolute, without a trailing slash. */
  readonly siteUrl: string;
  /** The page's own address, for links to other languages. */
  readonly address?: Address | undefined;
};

/** Addresses on our own host, with a hash of the content, so that caches may keep them for ever. */
export type Assets = { readonly style: string; readonly script: string };

/** The query of a page's address, and whether it names the language: the page's links then name it too. */
export type Address = { readonly query: string; readonly namesLanguage: boolean };
