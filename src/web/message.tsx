import type { Child } from 'hono/jsx';
import type { Message } from '../wording/message.ts';
import { useReader } from './reader.ts';

/** A page with one message and the next steps under it. */
export function Sheet({ message, children }: { message: Message; children?: Child }) {
  return (
    <article class="sheet">
      <h1>{message.title}</h1>
      <Lines lines={message.lines} />
      {children}
    </article>
  );
}

export function Lines({ lines }: Pick<Message, 'lines'>) {
  return lines.map((line) => <p>{line}</p>);
}

/**
 * A form that is one large button: the only thing on a page that acts. Mail gateways open links and run scripts,
 * but they do not press it.
 */
export function OneButton({ action, token, label, look = 'primary' }: OneButtonProps) {
  const { link } = useReader();
  return (
    <form method="post" action={link(action)}>
      <input type="hidden" name="t" value={token} />
      <button type="submit" class={look}>
        {label}
      </button>
    </form>
  );
}

type OneButtonProps = {
  readonly action: string;
  readonly token: string;
  readonly label: string;
  readonly look?: 'primary' | 'plain' | 'grave';
};
