import { splitRuns } from '../wording/isolation.ts';

/** A message with isolated names from other scripts, and with English parts marked as such for screen readers (WCAG 2.2, 3.1.2). */
export function Said({ children }: { children: string }) {
  return splitRuns(children).map(({ text, is }) => {
    if (is === 'plain') return text;
    return is === 'english' ? (
      <bdi lang="en" dir="ltr">
        {text}
      </bdi>
    ) : (
      <bdi>{text}</bdi>
    );
  });
}
