import { framed, Headings, LinkList, PlainList } from './letter-frame.tsx';
import { inline } from './letter-style.ts';
import type { NoticeLetter } from './notice-letter.ts';

/** The letter as an HTML page, in the frame of a digest. */
export function noticeHtml(letter: NoticeLetter): string {
  const { language, direction, heading, lines } = letter;
  return framed({ language, direction, title: heading, preview: lines.join(' ') }, <Contents {...letter} />);
}

function Contents(letter: NoticeLetter) {
  const { masthead, heading, lines, action, aboutLink, settings, closing, address, links } = letter;
  return (
    <>
      <Headings masthead={masthead} heading={heading} />
      {lines.map((line) => (
        <p style={inline.paragraph}>{line}</p>
      ))}
      <p style={inline.action}>
        <a class="button" href={action.url} style={inline.button}>
          {action.text}
        </a>
      </p>
      <p style={inline.paragraph}>{aboutLink}</p>
      {settings && <Settings {...settings} />}
      <p style={inline.paragraph}>{closing}</p>
      <footer class="quiet rule" style={inline.footer}>
        <p style={inline.line}>{address}</p>
        <p style={inline.line}>
          <a href={action.url} style={inline.link}>
            {action.url}
          </a>
        </p>
        <LinkList links={links} />
      </footer>
    </>
  );
}

function Settings({ heading, lines }: NonNullable<NoticeLetter['settings']>) {
  return (
    <>
      <h2 class="rule" style={inline.group}>
        {heading}
      </h2>
      <PlainList lines={lines} />
    </>
  );
}
