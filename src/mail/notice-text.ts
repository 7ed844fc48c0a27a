import { withoutMarks } from '../wording/isolation.ts';
import { wordingIn } from '../wording/wording.ts';
import type { NoticeLetter } from './notice-letter.ts';

/** Renders the letter as plain text, with the link written out in place of the button. */
export function noticeText(letter: NoticeLetter): string {
  const { labelled } = wordingIn(letter.language);
  const { direction, masthead, heading, lines, action, aboutLink, settings, closing, about, links } = letter;
  const paragraphs = [
    `${masthead}\n${heading}`,
    ...lines,
    `${labelled(action.text, '').trimEnd()}\n${action.url}`,
    aboutLink,
    ...(settings
      ? [[labelled(settings.heading, '').trimEnd(), ...settings.lines.map((line) => `· ${line}`)].join('\n')]
      : []),
    closing,
    ['-- ', about, ...links.map(({ text, url }) => labelled(text, url))].join('\n'),
  ];
  const text = `${paragraphs.join('\n\n')}\n`;
  return direction === 'rtl' ? text : withoutMarks(text);
}
