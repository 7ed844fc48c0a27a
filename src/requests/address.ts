import { domainToASCII } from 'node:url';
import isEmail from 'validator/es/lib/isEmail.js';
import * as z from 'zod';

/**
 * A mail address as SES takes it: an ASCII local part as it was given, the domain in lower-case Punycode (RFC 5891).
 *
 * @example
 * mailAddress.parse(' Desk@Außenamt.example ') // => 'Desk@xn--auenamt-1va.example'
 */
export const mailAddress = z
  .string()
  .trim()
  .max(254, 'must not be longer than 254 characters')
  .transform((text, context) => {
    const at = text.lastIndexOf('@');
    const [local, domain] = [text.slice(0, at), domainToASCII(text.slice(at + 1))];
    const address = `${local}@${domain}`;
    if (/[^\p{ASCII}]/u.test(local)) {
      context.addIssue(
        'the part before the @ has letters that cannot be mailed to: only plain Latin letters, digits and signs can',
      );
    } else if (!isPlain(local) || !isEmail(address, { allow_utf8_local_part: false })) {
      context.addIssue('is not a mail address such as desk@ministry.example');
    }
    return address;
  });

/** Without quotes, in which RFC 5321 would allow spaces and signs that mail systems stumble over. */
function isPlain(local: string): boolean {
  return /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local);
}
