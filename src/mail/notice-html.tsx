import { withoutMarks } from '../wording/isolation.ts';
import { frameLetter, Headings, LinkList, PlainList } from './letter-frame.tsx';
import { inline } from './letter-style.ts';
import type { NoticeLetter } from './notice-letter.ts';
import { Said } from './said.tsx';

/** Renders the letter of a notice as an HTML page, in the frame of a digest. */
export function noticeHtml(letter: NoticeLetter): string {
  const { language, direction, heading, lines } = letter;
  return frameLetter(
    { language, direction, title: heading, preview: withoutMarks(lines.join(' ')) },
    <Contents {...letter} />,
  );
}

function Contents(letter: NoticeLetter) {
  const { masthead, heading, lines, action, aboutLink, settings, closing, address, about, links } = letter;
  return (
    <>
      <Headings masthead={masthead} heading={heading} />
      {lines.map((line) => (
        <p style={inline.paragraph}>
          <Said>{line}</Said>
        </p>
      ))}
      <Button {...action} />
      <p class="quiet" style={inline.note}>
        {aboutLink}
      </p>
      {settings && <Settings {...settings} />}
      <p style={inline.paragraph}>{closing}</p>
      <footer class="quiet rule" style={inline.footer}>
        <p style={inline.line}>{address}</p>
        <p style={inline.line}>
          <a href={action.url} style={inline.link}>
            {action.url}
          </a>
        </p>
        <p style={inline.about}>
          <Said>{about}</Said>
        </p>
        <LinkList links={links} />
      </footer>
    </>
  );
}

/** A button. A table cell carries the colour and, for Outlook, the padding, which Word ignores on links. */
function Button({ text, url, isOffer }: NoticeLetter['action']) {
  const look = isOffer ? 'plain' : 'primary';
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={inline.action}>
      <tr>
        <td class={`button ${look}`} style={inline.button[look]}>
          <a href={url} style={inline.buttonLink[look]}>
            {text}
          </a>
        </td>
      </tr>
    </table>
  );
}

function Settings({ heading, lines }: NonNullable<NoticeLetter['settings']>) {
  return (
    <>
      <h2 class="rule" style={inline.group}>
        {heading}
      </h2>
      <PlainList lines={lines} style={inline.spacedList} />
    </>
  );
}
