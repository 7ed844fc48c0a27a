/** The most that a mail may weigh, in bytes as it is sent: Gmail cuts a message off soon after. */
export const MAX_MAIL_BYTES = 90_000;

/** What is left for both parts once the headers and the boundaries of the message are set. */
export const BODY_BUDGET = MAX_MAIL_BYTES - 4_000;

/** What breaking the lines adds: quoted-printable breaks early, before a word or a long character. */
const QUOTED_LINES = 1.12;
const BASE64_LINES = 1.03;

const EQUALS_SIGN = 61;
const utf8 = new TextEncoder();

/**
 * The bytes that both parts take once encoded for transport (RFC 2045), never less than they will be. A composer that
 * is told how to encode is told what is shorter for the HTML part; the text part then has the same encoding, shorter or not.
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
