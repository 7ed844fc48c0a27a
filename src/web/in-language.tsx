import { type Language, languages } from '../domain/preferences.ts';

/** What the address of a page asks for, and whether it names the language: its links then do as well. */
export type Address = { readonly query: string; readonly namesLanguage: boolean };

/**
 * The page with every link and form to our own pages asking for the same language; what is no page is left alone: a
 * calendar or a stylesheet, with a dot in its address, and the API.
 *
 * @example
 * keepingLanguage('<a href="/on/2024-01-12#top">', 'ar') // => '<a href="/on/2024-01-12?lang=ar#top">'
 */
export function keepingLanguage(html: string, language: Language): string {
  return html
    .replace(/ (href|action)="(\/(?!v1\/)[^"#.]*\?[^"#.]*)(?=["#])/g, ` $1="$2&amp;lang=${language}`)
    .replace(/ (href|action)="(\/(?!v1\/)[^"#.?]*)(?=["#])/g, ` $1="$2?lang=${language}`)
    .replace(/<form method="get"[^>]*>/g, `$&<input type="hidden" name="lang" value="${language}"/>`);
}

/** The way to the same page in the other languages, each called by its own name. */
export function LanguageSwitch({ language, address }: { language: Language; address: Address }) {
  return (
    <ul class="languages">
      {languages.map((other) => (
        <li>
          <a
            href={inOther(address, other)}
            lang={other}
            hreflang={other}
            aria-current={other === language ? 'true' : undefined}
          >
            <bdi>{nameOf(other)}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Without the path, so that it is not taken for a link that keeps the language. */
function inOther({ query }: Address, language: Language): string {
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `?${parameters}`;
}

/** A language by its own name. */
export function nameOf(language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}
