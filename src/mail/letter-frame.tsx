import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Letter } from './digest-letter.ts';
import { inline, styleSheet } from './letter-style.ts';
import type { Link } from './link.ts';
import { Said } from './said.tsx';

export type Frame = Pick<Letter, 'language' | 'direction' | 'preview'> & { readonly title: string };

/** Renders a letter as an HTML page for mail clients: one column, no images or external resources, light and dark colours. */
export function frameLetter(frame: Frame, contents: Child): string {
  const html = (<Page {...frame}>{contents}</Page>).toString();
  return `<!doctype html>${onLinesOfTheirOwn(html)}\n`;
}

/** Starts blocks on a new line, for people who read the source and for gateways that break long lines. */
function onLinesOfTheirOwn(html: string): string {
  return html.replace(/<(?=(?:body|main|div|h[123]|ul|li|p|footer)[ >])/g, '\n<');
}

function Page({ language, direction, title, preview, children }: Frame & { children?: Child }) {
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>{title}</title>
        <style>{raw(styleSheet)}</style>
      </head>
      <body class="page" style={inline.page}>
        <div style={inline.hidden}>{preview}</div>
        {raw('<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->')}
        <Sheet direction={direction}>
          <main lang={language} dir={direction}>
            {children}
          </main>
        </Sheet>
        {raw('<!--[if mso]></td></tr></table><![endif]-->')}
      </body>
    </html>
  );
}

/** One column of at most 600 px. Outlook, which ignores max-width, gets a table of that width around it. */
function Sheet({ direction, children }: Pick<Letter, 'direction'> & { children: Child }) {
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
        <td class="body" style={inline.body[direction]}>
          {children}
        </td>
      </tr>
    </table>
  );
}

export function Headings({ masthead, heading }: Pick<Letter, 'masthead' | 'heading'>) {
  return (
    <>
      <p class="accent" style={inline.masthead}>
        {masthead}
      </p>
      <h1 class="heading" style={inline.heading}>
        {heading}
      </h1>
    </>
  );
}

export function PlainList({ lines, style = inline.list }: { lines: readonly string[]; style?: string }) {
  return (
    <ul style={style}>
      {lines.map((line) => (
        <li style={inline.item}>
          <Said>{line}</Said>
        </li>
      ))}
    </ul>
  );
}

export function LinkList({ links }: { links: readonly Link[] }) {
  return (
    <ul style={inline.spacedList}>
      {links.map(({ text, url }) => (
        <li style={inline.item}>
          <a href={url} style={inline.link}>
            <Said>{text}</Said>
          </a>
        </li>
      ))}
    </ul>
  );
}
