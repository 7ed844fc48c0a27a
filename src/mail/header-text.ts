/**
 * The value as it may stand in a header: on one line, without a character that could end the header, start
 * another one, or turn the direction in which it is read (CWE-93, RFC 5322 section 2.2). Every header and every subject passes here.
 *
 * @example
 * headerText('Hello\r\nBcc: someone@example.org') // => 'Hello Bcc: someone@example.org'
 */
export function headerText(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim();
}
