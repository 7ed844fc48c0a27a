/** An adjacent page: its address, its relation to this one, and its name. */
type StepProps = { readonly href: string; readonly label: string; readonly name: string };

/** Links to the previous and the next page, if any. */
export function Steps({ previous, next }: { previous: StepProps | undefined | 0; next: StepProps | undefined | 0 }) {
  return (
    <p class="steps">
      {previous ? <StepLink {...previous} rel="prev" arrow="←" /> : <span />}
      {next ? <StepLink {...next} rel="next" arrow="→" /> : <span />}
    </p>
  );
}

function StepLink({ href, label, name, rel, arrow }: StepProps & { rel: 'prev' | 'next'; arrow: string }) {
  const { link } = useReader();
  return (
    <a href={link(href)} rel={rel} class={rel}>
      <span class="arrow" aria-hidden="true">
        {arrow}
      </span>
      <span>
        <small>{label}</small> {name}
      </span>
    </a>
  );
}

import { useReader } from './reader.ts';
