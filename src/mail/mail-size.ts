/** The size limit of a mail, in bytes as sent: Gmail clips messages soon above it. */
export const MAX_MAIL_BYTES = 90_000;

/** The room for both parts, without the headers and boundaries of the message. */
export const BODY_BUDGET = MAX_MAIL_BYTES - 4_000;

/** The overhead of line breaks: quoted-printable breaks early, before a word or a long character. */
const QUOTED_LINES = 1.12;
const BASE64_LINES = 1.03;

const EQUALS_SIGN = 61;
const utf8 = new TextEncoder();

/**
 * Returns an upper bound on the size of both parts, encoded for transport (RFC 2045), if both use the encoding that is
 * shorter for the HTML part.
 */
export function bodySize({ text, html }: { readonly text: string; readonly html: string }): number {
  return Math.ceil(Math.min(...encodings(html)) + Math.max(...encodings(text)));
}

function encodings(part: string): [quotedPrintable: number, base64: number] {
  const bytes = utf8.encode(part);
  let quoted = 0;
  for (const byte of bytes) quoted += byte > 126 || byte === EQUALS_SIGN ? 3 : 1;
  return [quoted * QUOTED_LINES, (bytes.length * BASE64_LINES * 4) / 3];
}
