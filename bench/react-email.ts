import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import { createElement, type ReactNode } from 'react';
import type { Letter } from '../src/mail/digest-letter.ts';
import type { Link as LetterLink } from '../src/mail/link.ts';
import type { MilestoneWords } from '../src/wording/milestone-words.ts';

/** Renders the letter with React Email: the same words and links in its components, and its generated text part. */
export async function reactEmail(letter: Letter): Promise<{ html: string; text: string }> {
  const html = await render(page(letter));
  return { html, text: toPlainText(html) };
}

function page({ language, preview, masthead, heading, date, summary, groups, labels, footer }: Letter) {
  return createElement(
    Html,
    { lang: language },
    createElement(Head),
    createElement(Preview, null, preview),
    createElement(
      Body,
      null,
      createElement(
        Container,
        null,
        text(masthead),
        createElement(Heading, { as: 'h1' }, heading),
        text(`${date} · ${summary}`),
        ...groups.map((group) =>
          createElement(
            Section,
            null,
            createElement(Heading, { as: 'h2' }, `${group.when} ${group.date ?? ''}`),
            ...group.items.map((item) => renderItem(item, labels)),
          ),
        ),
        createElement(Hr),
        ...[footer.why, ...footer.settings, footer.attribution].map(text),
        ...footer.links.map(link),
      ),
    ),
  );
}

function renderItem(item: MilestoneWords, labels: Letter['labels']): ReactNode {
  const parties = item.parties.map(({ flag, name }) => `${flag} ${name}`).join(' – ');
  const lines = [item.title, item.observed, ...item.cautions, ...item.otherCounts, ...item.remarks];
  return createElement(
    Section,
    null,
    text(item.years),
    createElement(Heading, { as: 'h3' }, parties),
    ...lines.map(text),
    text(`${labels.timeline}: ${item.timeline.map((step) => step.text).join(' · ')}`),
    text(`${labels.sources}: `, ...item.sources.map(({ publisher, url }) => link({ text: publisher, url }))),
  );
}

function text(...children: ReactNode[]): ReactNode {
  return createElement(Text, { style: { margin: 0 } }, ...children);
}

function link({ text: label, url }: LetterLink): ReactNode {
  return createElement(Link, { href: url }, label);
}
