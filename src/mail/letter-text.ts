import { isolatedName, withoutMarks } from '../wording/isolation.ts';
import type { SourceWords } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import type { Letter, LetterGroup, LetterItem, Link } from './digest-letter.ts';

/** The letter as plain text; only a text that is read from right to left needs marks of direction. */
export function letterText(letter: Letter): string {
  const { language, direction, masthead, heading, date, summary, coverage, whyEmpty, groups, labels, more, footer } =
    letter;
  const { labelled } = wordingIn(language);
  const linkText = ({ text, url }: Link) => labelled(text, url);
  const parts = [
    [masthead, heading, `${date} · ${summary}`],
    [coverage],
    [whyEmpty],
    ...groups.map((group) => [groupText(group, labels, linkText)]),
    more && [more.text, ...more.links.map(linkText)],
    ['-- ', footer.why, ...footer.settings.map((setting) => `· ${setting}`)],
    footer.links.map(linkText),
    [footer.attribution, footer.asOf],
  ];
  const text = `${parts.map(paragraph).filter(Boolean).join('\n\n')}\n`;
  return direction === 'rtl' ? text : withoutMarks(text);
}

function groupText(
  { when, date, items }: LetterGroup,
  labels: Letter['labels'],
  linkText: (link: Link) => string,
): string {
  const heading = date === undefined ? when : `${when} — ${date}`;
  const rule = '='.repeat([...heading].length);
  return [`\n${heading}\n${rule}`, ...items.map((item) => itemText(item, labels, linkText))].join('\n\n');
}

function itemText(item: LetterItem, labels: Letter['labels'], linkText: (link: Link) => string): string {
  return paragraph([
    item.parties.map(({ flag, name }) => `${flag} ${name}`.trim()).join(' – '),
    item.title,
    item.observed,
    ...item.cautions.map((caution) => `! ${caution}`),
    `${labels.timeline}${item.timeline.map(({ text }) => text).join(' · ')}`,
    ...item.otherCounts,
    ...item.remarks,
    `${labels.sources}${item.sources.map(sourceText).join(' · ')}`,
    ...Object.values(item.links).map(linkText),
  ]);
}

function sourceText({ publisher, url }: SourceWords): string {
  return isolatedName(url === '' ? publisher : `${publisher} <${url}>`);
}

function paragraph(lines: readonly (string | undefined)[] | undefined): string {
  return (lines ?? []).filter((line) => line !== undefined).join('\n');
}
