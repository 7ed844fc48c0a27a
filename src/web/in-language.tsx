import { type Language, languages } from '../domain/preferences.ts';
import { redisplay } from '../wording/form-messages.ts';
import { capitalise } from '../wording/formats.ts';
import { languageNames } from '../wording/language-names.ts';
import type { Address } from './frame.ts';
import { useReader } from './reader.ts';

/** A field that keeps the language of the address in a GET form, whose fields replace the query of its action. */
export function LanguageField() {
  const { keepsLanguage, language } = useReader();
  return keepsLanguage ? <input type="hidden" name="lang" value={language} /> : null;
}

/** The id of the form whose entries survive a switch of language. */
export const typedForm = 'typed';

/** Buttons that post a form to show it in another language, as links would lose its entries. */
export function LanguageButtons() {
  const { language, words } = useReader();
  return (
    <nav aria-label={words.form.language} class="languages">
      {/* Enter in a field presses the form's first button. */}
      <div class="unseen" aria-hidden="true">
        <button type="submit" form={typedForm} tabindex={-1} />
      </div>
      <ul>
        {languages.map((other) => (
          <li>
            <button
              type="submit"
              form={typedForm}
              formaction={`?lang=${other}`}
              name={redisplay}
              value="true"
              lang={other}
              aria-current={other === language ? 'true' : undefined}
            >
              <bdi>{capitalise(languageNames[other])}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
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
