/**
 * Sanitises a header value: one line, without characters that could end the header, start another, or change the text
 * direction (CWE-93, RFC 5322 section 2.2). Every header and subject must pass through here.
 *
 * @example
 * headerText('Hello\r\nBcc: someone@example.org') // => 'Hello Bcc: someone@example.org'
 */
export function headerText(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim();
}
