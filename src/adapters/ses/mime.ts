import * as base64 from 'nodemailer/lib/base64';
import MailComposer from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';
import type { Mail } from '../../mail/digest-mail.ts';

export type Address = { readonly name: string; readonly address: string };

export type Envelope = {
  readonly from: Address;
  /** The bare address; a mail has one recipient. */
  readonly to: string;
  readonly mail: Mail;
  /** The Date header. */
  readonly date: Date;
};

/** The mail as it travels (RFC 5322, RFC 2045). The same mail at the same date is the same to the byte. */
export function writeMime(envelope: Envelope): Buffer {
  return Buffer.from(written(newComposer(envelope).compile()).replace(/\r?\n/g, '\r\n'));
}

/** Addresses are passed in parts, because a composer parses a whole line, and a line may smuggle in a second recipient. */
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

/** A part of a mail as the composer would write it, without the streams that it writes with: they take longer than all the rest. */
function written(part: MimeNode): string {
  const headers = part.buildHeaders();
  const inner = part.childNodes.map((child) => `--${part.boundary}\r\n${written(child)}\r\n`);
  const body = inner.length > 0 ? `${inner.join('')}--${part.boundary}--\r\n` : encodePart(part);
  return `${headers}\r\n\r\n${body}`;
}

function encodePart(part: MimeNode): string {
  const { content = '' } = part;
  if (typeof content !== 'string') throw new TypeError('A part of a mail is no text');
  const encoding = part.getTransferEncoding();
  if (encoding === 'base64') return base64.wrap(base64.encode(content));
  return encoding === 'quoted-printable' ? quotedPrintable.wrap(quotedPrintable.encode(content)) : content;
}

/** Quoted-printable takes three bytes for each that is not plain ASCII, base64 four for every three of any kind. */
function shorterEncoding(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.from(text);
  const escaped = bytes.filter((byte) => byte > 126 || byte === EQUALS_SIGN).length;
  return bytes.length + 2 * escaped <= (bytes.length * 4) / 3 ? 'quoted-printable' : 'base64';
}

const EQUALS_SIGN = 61;
