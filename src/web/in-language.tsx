import { type Language, languages } from '../domain/preferences.ts';
import { capitalise } from '../wording/formats.ts';
import { languageNames } from '../wording/language-names.ts';
import type { Address } from './frame.ts';
import { useReader } from './reader.ts';

/** Keeps the language of the address when a GET form is submitted: its fields replace the query of its action. */
export function LanguageField() {
  const { keepsLanguage, language } = useReader();
  return keepsLanguage ? <input type="hidden" name="lang" value={language} /> : null;
}

/** Links to the same page in the other languages, each under its own name. */
export function LanguageSwitch({ address }: { address: Address }) {
  const { language, words } = useReader();
  return (
    <nav aria-label={words.form.language} class="languages">
      <ul>
        {languages.map((other) => (
          <li>
            <a
              href={inOther(address, other)}
              lang={other}
              hreflang={other}
              aria-current={other === language ? 'true' : undefined}
            >
              <bdi>{capitalise(languageNames[other])}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function inOther({ query }: Address, language: Language): string {
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  return `?${parameters}`;
}
