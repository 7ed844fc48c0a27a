import { paths } from './paths.ts';
import { useReader } from './reader.ts';

/** The search field for states, pairs and dates. It works without the script, which only adds suggestions. */
export function SearchBox({ text }: { readonly text?: string }) {
  const {
    language,
    keepsLanguage,
    words: { reading, form },
  } = useReader();
  const { title, hint } = reading.search;
  return (
    <search>
      <form method="get" action={paths.search} class="search" data-pair={form.preview.pair}>
        {keepsLanguage && <input type="hidden" name="lang" value={language} />}
        <input
          type="search"
          id="search"
          name="q"
          aria-label={hint}
          placeholder={hint}
          value={text}
          maxlength={120}
          required
        />
        <button type="submit" class="plain">
          {title}
        </button>
      </form>
    </search>
  );
}
