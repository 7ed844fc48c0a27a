import { runsOf } from '../wording/isolation.ts';

/** A message, its names from other scripts isolated, and what stays English marked as such for those who hear it (WCAG 2.2, 3.1.2). */
export function Said({ children }: { children: string }) {
  return runsOf(children).map(({ text, is }) => {
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
