import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Footer, Letter, LetterGroup, Link } from './digest-letter.ts';
import { Item } from './letter-item.tsx';
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
    <ul style={inline.links}>
      {links.map(({ text, url }) => (
        <li style={inline.item}>
          <a href={url} style={inline.link}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
