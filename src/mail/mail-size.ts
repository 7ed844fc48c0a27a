/** The most that a mail may weigh, in bytes as it is sent: Gmail cuts a message off soon after. */
export const MAX_MAIL_BYTES = 90_000;

/** What is left for both parts once the headers and the boundaries of the message are set. */
export const BODY_BUDGET = MAX_MAIL_BYTES - 4_000;

/** What breaking the lines adds to quoted-printable text: it breaks early, before a word or a long character. */
const LINE_BREAKS = 1.12;
const BASE64 = 1.38;

const utf8 = new TextEncoder();

/**
 * The bytes that `part` takes once encoded for transport (RFC 2045), whichever of quoted-printable and base64 the
 * composer chooses: never less than it will be.
 */
export function encodedSize(part: string): number {
  const bytes = utf8.encode(part);
  let quoted = 0;
  for (const byte of bytes) quoted += byte > 126 || byte === EQUALS_SIGN ? 3 : 1;
  return Math.ceil(Math.max(quoted * LINE_BREAKS, bytes.length * BASE64));
}

const EQUALS_SIGN = 61;
