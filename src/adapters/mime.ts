import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from '../mail/digest-mail.ts';

export type Address = { readonly name: string; readonly address: string };

export type Envelope = {
  readonly from: Address;
  /** The bare address; a mail has one recipient. */
  readonly to: string;
  readonly mail: Mail;
  /** What the mail's Date header says. */
  readonly date: Date;
};

/**
 * The mail as it travels (RFC 5322, RFC 2045). The same mail at the same date is the same to the byte.
 * Addresses are passed in parts, because a composer parses a whole line, and a line may smuggle in a second recipient.
 */
export function mimeOf({ from, to, mail, date }: Envelope): Promise<Buffer> {
  const { 'Message-ID': messageId, ...headers } = mail.headers;
  const composer = new MailComposer({
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
  return composer.compile().build();
}

/** Quoted-printable takes three bytes for each that is not plain ASCII, base64 four for every three of any kind. */
function shorterEncoding(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.from(text);
  const escaped = bytes.filter((byte) => byte > 126 || byte === EQUALS_SIGN).length;
  return bytes.length + 2 * escaped <= (bytes.length * 4) / 3 ? 'quoted-printable' : 'base64';
}

const EQUALS_SIGN = 61;
