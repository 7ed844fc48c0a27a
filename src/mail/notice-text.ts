import type { NoticeLetter } from './notice-letter.ts';

/** The letter as plain text: its link is written out where the HTML part has the button. */
export function noticeText(letter: NoticeLetter): string {
  const { masthead, heading, lines, action, aboutLink, settings, closing, about, links } = letter;
  const paragraphs = [
    `${masthead}\n${heading}`,
    ...lines,
    `${action.text}:\n${action.url}`,
    aboutLink,
    ...(settings ? [[`${settings.heading}:`, ...settings.lines.map((line) => `· ${line}`)].join('\n')] : []),
    closing,
    ['-- ', about, ...links.map(({ text, url }) => `${text}: ${url}`)].join('\n'),
  ];
  return `${paragraphs.join('\n\n')}\n`;
}
