import type { Child } from 'hono/jsx';
import type { Notice } from '../wording/reading-messages.ts';

/** A page that says one thing, with what one can do next under it. */
export function Sheet({ notice, children }: { notice: Notice; children?: Child }) {
  return (
    <article class="sheet">
      <h1>{notice.title}</h1>
      <Lines lines={notice.lines} />
      {children}
    </article>
  );
}

export function Lines({ lines }: Pick<Notice, 'lines'>) {
  return lines.map((line) => <p>{line}</p>);
}
