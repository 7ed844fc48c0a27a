import * as base64 from 'nodemailer/lib/base64';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';
import type { Mail } from '../../mail/digest-mail.ts';

export type Address = { readonly name: string; readonly address: string };

export type Envelope = {
  readonly from: Address;
  /** The bare address of the only recipient. */
  readonly to: string;
  readonly mail: Mail;
  /** The Date header. */
  readonly date: Date;
};

/** Writes a mail in MIME (RFC 5322, RFC 2045). The same mail with the same date is identical to the byte. */
export function writeMime(envelope: Envelope): Buffer {
  return Buffer.from(written(newComposer(envelope).compile()).replace(/\r?\n/g, '\r\n'));
}

/** Creates a composer. Passes addresses in parts, because the composer would parse a line, which could smuggle in a second recipient. */
export function newComposer({ from, to, mail, date }: Envelope): MailComposer {
  const { 'Message-ID': messageId, ...headers } = mail.headers;
  return new MailComposer({
    from: { ...from },
    to: { name: '', address: to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers,
    messageId,
    date,
    encoding: shorterEncoding(mail.html),
    baseBoundary: `${date.getTime()}`,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Writes a part of a mail like the composer, but without its streams, which take longer than everything else. */
function written(part: MimeNode): string {
  const headers = part.buildHeaders();
  const inner = part.childNodes.map((child) => `--${part.boundary}\r\n${written(child)}\r\n`);
  const body = inner.length > 0 ? `${inner.join('')}--${part.boundary}--\r\n` : encodePart(part);
  return `${headers}\r\n\r\n${body}`;
}

function encodePart(part: MimeNode): string {
  const { content = '' } = part;
  if (typeof content !== 'string') throw new TypeError('A part of a mail is not text');
  const encoding = part.getTransferEncoding();
  if (encoding === 'base64') return base64.wrap(base64.encode(content));
  return encoding === 'quoted-printable' ? quotedPrintable.wrap(quotedPrintable.encode(content)) : content;
}

/** Chooses the shorter encoding: quoted-printable takes three bytes per non-ASCII byte, base64 four per three of any. */
function shorterEncoding(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.from(text);
  const escaped = bytes.filter((byte) => byte > 126 || byte === EQUALS_SIGN).length;
  return bytes.length + 2 * escaped <= (bytes.length * 4) / 3 ? 'quoted-printable' : 'base64';
}

const EQUALS_SIGN = 61;
