import type { PreviewMessages } from '../wording/form-messages.ts';
import { paths } from './paths.ts';

/** Where the script says what the choices made so far would bring. Without the script it is not there. */
export function Preview({ words }: { words: PreviewMessages }) {
  return (
    <section class="preview" data-preview={paths.preview} data-words={JSON.stringify(words)} hidden>
      <h2>{words.heading}</h2>
      <p role="status" />
      <ol />
    </section>
  );
}
