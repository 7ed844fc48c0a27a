import { createContext, useContext } from 'hono/jsx';
import type { Language } from '../domain/preferences.ts';
import { type PageWords, wordsIn } from '../wording/pages.ts';
import type { Frame } from './frame.ts';

/** The context of every component: the words of the reader's language, and links that keep it. */
export type Reader = Pick<Frame, 'language' | 'siteUrl'> & {
  readonly words: PageWords;
  /** Whether the page's address names the language. */
  readonly keepsLanguage: boolean;
  /** Returns the address of one of our pages. Calendars, feeds, tables and the API have no language: link to them directly. */
  readonly link: (path: string) => string;
};

const ReaderContext = createContext<Reader | undefined>(undefined);

export const ReaderProvider = ReaderContext.Provider;

/** Returns the reader of the current page. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === undefined) throw new Error('A component is used outside a page');
  return reader;
}

export function toReader({ language, siteUrl, address }: Pick<Frame, 'language' | 'siteUrl' | 'address'>): Reader {
  const keepsLanguage = address?.namesLanguage ?? false;
  const link = (path: string) => (keepsLanguage ? inLanguage(path, language) : path);
  return { language, siteUrl, words: wordsIn(language), keepsLanguage, link };
}

/**
 * @example
 * inLanguage('/on/2024-01-12#top', 'ar') // => '/on/2024-01-12?lang=ar#top'
 */
function inLanguage(path: string, language: Language): string {
  const [address = '', fragment] = path.split('#');
  const asked = `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
  return fragment === undefined ? asked : `${asked}#${fragment}`;
}
