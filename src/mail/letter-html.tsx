import type { Footer, Letter, LetterGroup } from './digest-letter.ts';
import { Corrections } from './letter-corrected.tsx';
import { frameLetter, Headings, LinkList, PlainList } from './letter-frame.tsx';
import { Item } from './letter-item.tsx';
import { inline } from './letter-style.ts';
import { Said } from './said.tsx';

/** Renders the letter of a digest as an HTML page. */
export function letterHtml(letter: Letter): string {
  const { heading, date } = letter;
  return frameLetter({ ...letter, title: `${heading} · ${date}` }, <Contents {...letter} />);
}

function Contents(letter: Letter) {
  const { direction, masthead, heading, date, summary, coverage, whyEmpty, corrections, groups, labels, more, footer } =
    letter;
  return (
    <>
      <Headings masthead={masthead} heading={heading} />
      <Lede>{`${date} · ${summary}`}</Lede>
      <Lede>{coverage}</Lede>
      <Lede>{whyEmpty}</Lede>
      {corrections && <Corrections {...corrections} labels={labels} direction={direction} />}
      {groups.map((group) => (
        <Group {...group} labels={labels} direction={direction} />
      ))}
      {more && <More {...more} />}
      <Foot {...footer} />
    </>
  );
}

function Lede({ children }: { children: string | undefined }) {
  if (children === undefined) return null;
  return (
    <p class="quiet" style={inline.lede}>
      {children}
    </p>
  );
}

function Group({ when, date, items, labels, direction }: LetterGroup & Pick<Letter, 'labels' | 'direction'>) {
  return (
    <>
      <h2 class="rule" style={inline.group}>
        {date === undefined ? when : <When when={when} date={date} />}
      </h2>
      <ul style={inline.list}>
        {items.map((item) => (
          <li style={inline.item}>
            <Item {...item} labels={labels} direction={direction} />
          </li>
        ))}
      </ul>
    </>
  );
}

function When({ when, date }: { when: string; date: string }) {
  return (
    <>
      <span class="accent" style={inline.when}>
        {when}
      </span>
      <br />
      {date}
    </>
  );
}

function More({ text, url }: NonNullable<Letter['more']>) {
  return (
    <p class="rule" style={inline.group}>
      <a href={url} style={inline.link}>
        {text}
      </a>
    </p>
  );
}

function Foot({ why, settings, links, attribution, asOf }: Footer) {
  return (
    <footer class="quiet rule" style={inline.footer}>
      <p style={inline.line}>
        <Said>{why}</Said>
      </p>
      <PlainList lines={settings} />
      <LinkList links={links} />
      <p style={inline.line}>
        <Said>{attribution}</Said>
      </p>
      <p style={inline.line}>
        <Said>{asOf}</Said>
      </p>
    </footer>
  );
}
