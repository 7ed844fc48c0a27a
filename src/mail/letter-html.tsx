import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { MilestoneWords, SourceWords } from '../wording/milestone-words.ts';
import type { Footer, Letter, LetterGroup, Link } from './digest-letter.ts';
import { inline, styleSheet } from './letter-style.ts';

/** The letter as an HTML page that mail clients can read: one column, no image, nothing loaded, colours for light and dark. */
export function letterHtml(letter: Letter): string {
  const html = (<Page {...letter} />).toString();
  return `<!doctype html>${onLinesOfTheirOwn(html)}\n`;
}

/** Blocks start on a new line, for people who read the source and for gateways that break long lines. */
function onLinesOfTheirOwn(html: string): string {
  return html.replace(/<(?=(?:body|main|div|h[123]|ul|li|p|footer)[ >])/g, '\n<');
}

function Page(letter: Letter) {
  const { language, direction, heading, date, preview } = letter;
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{`${heading}, ${date}`}</title>
        <style>{raw(styleSheet)}</style>
      </head>
      <body class="page" style={inline.page}>
        <div style={inline.hidden}>{preview}</div>
        {raw('<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->')}
        <Sheet>
          <main lang={language} dir={direction}>
            <Contents {...letter} />
          </main>
        </Sheet>
        {raw('<!--[if mso]></td></tr></table><![endif]-->')}
      </body>
    </html>
  );
}

/** One column, 600 px wide at most. Outlook, which knows no greatest width, gets a table of that width around it. */
function Sheet({ children }: { children: Child }) {
  return (
    <table
      class="sheet"
      role="presentation"
      align="center"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style={inline.sheet}
    >
      <tr>
        <td class="body" style={inline.body}>
          {children}
        </td>
      </tr>
    </table>
  );
}

function Contents({ masthead, heading, date, summary, coverage, whyEmpty, groups, labels, more, footer }: Letter) {
  return (
    <>
      <p class="accent" style={inline.masthead}>
        {masthead}
      </p>
      <h1 class="heading" style={inline.heading}>
        {heading}
      </h1>
      <Lede>{`${date} · ${summary}`}</Lede>
      <Lede>{coverage}</Lede>
      <Lede>{whyEmpty}</Lede>
      {groups.map((group) => (
        <Group {...group} labels={labels} />
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

function Group({ when, date, items, labels }: LetterGroup & Pick<Letter, 'labels'>) {
  return (
    <>
      <h2 class="rule" style={inline.group}>
        {date === undefined ? when : <When when={when} date={date} />}
      </h2>
      <ul style={inline.list}>
        {items.map((item) => (
          <li style={inline.item}>
            <Item {...item} labels={labels} />
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

function Item({ years, labels, ...item }: MilestoneWords & Pick<Letter, 'labels'>) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr>
        <td class="number accent" valign="top" aria-hidden="true" style={inline.number}>
          {years}
        </td>
        <td valign="top" style={inline.facts}>
          <h3 style={inline.pair}>
            <Parties parties={item.parties} />
          </h3>
          <p style={inline.title}>{item.title}</p>
          <p style={inline.line}>{item.observed}</p>
          <div class="quiet" style={inline.details}>
            <Details {...item} labels={labels} />
          </div>
        </td>
      </tr>
    </table>
  );
}

function Parties({ parties }: Pick<MilestoneWords, 'parties'>) {
  return parties.map(({ flag, name }, index) => (
    <>
      {index > 0 && ' – '}
      {flag && <span aria-hidden="true">{`${flag}\u00a0`}</span>}
      {name}
    </>
  ));
}

function Details(item: Omit<MilestoneWords, 'years'> & Pick<Letter, 'labels'>) {
  const { labels, cautions, timeline, otherCounts, remarks, sources } = item;
  return (
    <>
      {cautions.length > 0 && (
        <div class="caution" style={inline.caution}>
          {cautions.map((caution) => (
            <p style={inline.tightLine}>{caution}</p>
          ))}
        </div>
      )}
      <p style={inline.line}>
        {`${labels.timeline}: `}
        {timeline.map(({ text, isThis }, index) => (
          <>
            {index > 0 && ' · '}
            {isThis ? <strong>{text}</strong> : text}
          </>
        ))}
      </p>
      {[...otherCounts, ...remarks].map((line) => (
        <p style={inline.line}>{line}</p>
      ))}
      <p style={inline.line}>
        {`${labels.sources}: `}
        {sources.map((source, index) => (
          <>
            {index > 0 && '; '}
            <SourceName {...source} />
          </>
        ))}
      </p>
    </>
  );
}

function SourceName({ publisher, url }: SourceWords) {
  return url === '' ? publisher : <Anchor text={publisher} url={url} />;
}

function More({ text, links }: NonNullable<Letter['more']>) {
  return (
    <>
      <p class="rule" style={inline.group}>
        {text}
      </p>
      <LinkList links={links} />
    </>
  );
}

function Foot({ why, settings, links, attribution }: Footer) {
  return (
    <footer class="quiet rule" style={inline.footer}>
      <p style={inline.line}>{why}</p>
      <ul style={inline.list}>
        {settings.map((setting) => (
          <li style={inline.item}>{setting}</li>
        ))}
      </ul>
      <LinkList links={links} />
      <p style={inline.line}>{attribution}</p>
    </footer>
  );
}

function LinkList({ links }: { links: readonly Link[] }) {
  return (
    <ul style={`${inline.list};padding:12px 0`}>
      {links.map((link) => (
        <li style={inline.item}>
          <Anchor {...link} />
        </li>
      ))}
    </ul>
  );
}

function Anchor({ text, url }: Link) {
  return (
    <a href={url} style={inline.link}>
      {text}
    </a>
  );
}
