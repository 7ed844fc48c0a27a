import { toASCII, toUnicode } from 'tr46';
import isEmail from 'validator/es/lib/isEmail.js';
import * as z from 'zod';

/**
 * A mail address as SES accepts it: an ASCII local part as typed, the domain in lower-case Punycode (RFC 5891).
 * Trims white space and invisible characters, and rejects anything else that would have to be altered.
 *
 * @example
 * mailAddress.parse(' Desk@Außenamt.example ') // => 'Desk@xn--auenamt-1va.example'
 */
export const mailAddress = z
  .string()
  .overwrite((text) => text.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, ''))
  .max(254, 'must not be longer than 254 characters')
  .transform((text, context) => {
    const fault = findFault(text);
    if (fault !== undefined) context.addIssue(fault);
    const at = text.lastIndexOf('@');
    return `${text.slice(0, at)}@${asciiDomain(text.slice(at + 1))}`;
  });

function findFault(text: string): string | undefined {
  if (/[\p{Cc}\p{Cf}]/u.test(text)) return 'contains an invisible character: type it anew';
  if (/[<>]/.test(text)) return 'must stand without a name and without < and >';
  const [local = '', typedDomain, ...more] = text.split('@');
  if (typedDomain === undefined) return 'has no @: an address is such as desk@ministry.example';
  if (more.length > 0) return 'has more than one @: give one address';
  return faultOfLocal(local) ?? faultOfDomain(asciiDomain(typedDomain));
}

/** Finds a fault in a local part. Rejects quoted ones, which some mail systems mishandle, and encoded words (RFC 2047). */
function faultOfLocal(local: string): string | undefined {
  if (/[^\p{ASCII}]/u.test(local))
    return 'the part before the @ has letters that cannot be mailed to: only plain Latin letters, digits and signs can';
  const isPlain = /^[\w.!#$%&'*+/=?^`{|}~-]+$/.test(local) && !/^=\?.*\?=$/.test(local);
  if (isPlain && isEmail(`${local}@ministry.example`, { allow_utf8_local_part: false })) return undefined;
  return 'the part before the @ is not the name of a mailbox, such as desk';
}

function faultOfDomain(domain: string | undefined): string | undefined {
  if (domain !== undefined && isEmail(`desk@${domain}`)) return undefined;
  return 'the part after the @ is not the name of a domain, such as ministry.example';
}

const strict = {
  checkHyphens: true,
  checkBidi: true,
  checkJoiners: true,
  useSTD3ASCIIRules: true,
  verifyDNSLength: true,
};

/** Converts a domain to Punycode; `undefined` if that (UTS 46) would change more than the case of letters. */
function asciiDomain(domain: string): string | undefined {
  const ascii = toASCII(domain, strict);
  const typed = domain.toLowerCase();
  return ascii !== null && (ascii === typed || toUnicode(ascii, strict).domain === typed) ? ascii : undefined;
}
