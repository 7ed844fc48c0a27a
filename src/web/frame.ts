import type { Language } from '../domain/preferences.ts';

/** What surrounds every page: the reader's language, the addresses of stylesheet and script, and the site. */
export type Frame = {
  readonly language: Language;
  readonly assets: Assets;
  /** Absolute, without a slash at the end. */
  readonly siteUrl: string;
  /** Where the page stands, for its links to the other languages. */
  readonly address?: Address | undefined;
};

/** Addresses on our own host; they contain a hash of the content, so they may be cached for ever. */
export type Assets = { readonly style: string; readonly script: string };

/** The query of a page's address, and whether it names the language: the page's links then name it too. */
export type Address = { readonly query: string; readonly namesLanguage: boolean };
