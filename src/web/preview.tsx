import { paths } from './paths.ts';
import { type PreviewAnswer, previewLines, previewSentence } from './preview-words.ts';
import { useReader } from './reader.ts';

/** What the choices of a form would bring: those that it opened with, and with the script each change of them. */
export function Preview({ answer }: { answer: PreviewAnswer | undefined }) {
  const {
    form: { preview: messages },
    names,
  } = useReader().words;
  const words = { messages, state: names.state };
  return (
    <section
      class="preview"
      data-preview={paths.preview}
      data-words={JSON.stringify(messages)}
      hidden={answer === undefined}
    >
      <h2>{messages.heading}</h2>
      <p role="status">{answer && previewSentence(answer, words)}</p>
      <ol>
        {answer &&
          previewLines(answer, words).map(({ date, text }) => (
            <li>
              <time>{date}</time> {text}
            </li>
          ))}
      </ol>
    </section>
  );
}
