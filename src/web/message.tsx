import type { Child } from 'hono/jsx';
import type { Message } from '../wording/message.ts';
import { useReader } from './reader.ts';

/** One message, with the next steps below it. */
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
 * A form with one large button, the only element of the page that changes anything: mail gateways open links and run
 * scripts, but do not press buttons.
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
