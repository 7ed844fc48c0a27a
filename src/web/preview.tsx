import { paths } from './paths.ts';
import { type PreviewAnswer, previewLines, previewSentence } from './preview-words.ts';
import { useReader } from './reader.ts';

/** A preview of the digests that a form's choices would bring; the script updates it after each change. */
export function Preview({ answer }: { answer: PreviewAnswer | undefined }) {
  const { form, names, digests } = useReader().words;
  const messages = form.preview;
  const words = { messages, state: names.state, more: digests.more('{count}') };
  return (
    <section
      class="preview"
      data-preview={paths.preview}
      data-words={JSON.stringify(messages)}
      data-more={words.more}
      hidden={answer === undefined}
    >
      <h2>{messages.heading}</h2>
      <p role="status">{answer && previewSentence(answer, words)}</p>
      <ol>
        {answer &&
          previewLines(answer, words).map(({ date, text, more }) => (
            <li>
              <time>{date}</time> {text}
              {more && (
                <>
                  {' · '}
                  <a href={more.url} target="_blank" rel="noopener">
                    {more.text}
                  </a>
                </>
              )}
            </li>
          ))}
      </ol>
    </section>
  );
}
