/**
 * A form that is one large button: the only thing on a page that acts. Mail gateways open links and run scripts,
 * but they do not press it.
 */
export function OneButton({ action, token, label, look = 'primary' }: Button) {
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

type Button = {
  readonly action: string;
  readonly token: string;
  readonly label: string;
  readonly look?: 'primary' | 'plain' | 'grave';
};

import { useReader } from './reader.ts';
