import { isolatedName, withoutMarks } from '../wording/isolation.ts';
import type { SourceWords } from '../wording/milestone-words.ts';
import { wordingIn } from '../wording/wording.ts';
import type { Letter, LetterGroup, LetterItem } from './digest-letter.ts';
import type { LetterCorrections } from './letter-corrections.ts';
import type { Link } from './link.ts';

/** Renders the letter as plain text; only right-to-left text needs bidirectional marks. */
export function letterText(letter: Letter): string {
  const {
    language,
    direction,
    masthead,
    heading,
    date,
    summary,
    coverage,
    whyEmpty,
    corrections,
    groups,
    labels,
    more,
    footer,
  } = letter;
  const { labelled } = wordingIn(language);
  const linkText = ({ text, url }: Link) => labelled(text, url);
  const parts = [
    [masthead, heading, `${date} · ${summary}`],
    [coverage],
    [whyEmpty],
    corrections && [correctionsText(corrections, labels, linkText)],
    ...groups.map((group) => [groupText(group, labels, linkText)]),
    more && [linkText(more)],
    ['-- ', footer.why, ...footer.settings.map((setting) => `· ${setting}`)],
    footer.links.map(linkText),
    [footer.attribution, footer.asOf],
  ];
  const text = `${parts.map(paragraph).filter(Boolean).join('\n\n')}\n`;
  return direction === 'rtl' ? text : withoutMarks(text);
}

function correctionsText(
  { title, items, more }: LetterCorrections,
  labels: Letter['labels'],
  linkText: (link: Link) => string,
): string {
  const corrected = items.map(({ parties, before, now, milestone, why, sources, page }) =>
    paragraph([
      partiesText(parties),
      ...[before, now, ...milestone, why],
      sources.length > 0 ? `${labels.sources}${sources.map(sourceText).join(' · ')}` : undefined,
      linkText(page),
    ]),
  );
  return [underline(title), ...corrected, ...(more ? [linkText(more)] : [])].join('\n\n');
}

function underline(heading: string): string {
  return `\n${heading}\n${'='.repeat([...heading].length)}`;
}

function partiesText(parties: LetterItem['parties']): string {
  return parties.map(({ flag, name }) => `${flag} ${name}`.trim()).join(' – ');
}

function groupText(
  { when, dateWithin, items }: LetterGroup,
  labels: Letter['labels'],
  linkText: (link: Link) => string,
): string {
  const heading = dateWithin === undefined ? when : `${when} — ${dateWithin}`;
  return [underline(heading), ...items.map((item) => itemText(item, labels, linkText))].join('\n\n');
}

function itemText(item: LetterItem, labels: Letter['labels'], linkText: (link: Link) => string): string {
  return paragraph([
    partiesText(item.parties),
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
