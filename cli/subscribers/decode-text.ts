import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** The text of a file and its encoding, or the reason why it is unreadable. */
export type DecodedText =
  | { readonly text: string; readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' }
  | { readonly reason: string };

const SAVE_AS_UTF8 = 'save it as "CSV UTF-8"';

/**
 * Decodes CSV or text files of spreadsheets: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252. Other
 * 8-bit code pages look alike, so the caller must tell users that Windows-1252 was assumed. Node.js cannot decode it: the
 * `TextDecoder` of 20.18.3 and later treats Windows-1252 as Latin-1.
 *
 * @example
 * decodeText(Buffer.from('caf\xe9', 'latin1')) // => { text: 'café', encoding: 'Windows-1252' }
 */
export function decodeText(bytes: Buffer): DecodedText {
  const program = detectProgram(bytes);
  if (program !== undefined) return { reason: `is ${program}, not a CSV file: open it there and ${SAVE_AS_UTF8}` };
  const encoding = detectEncoding(bytes);
  const text = iconv.decode(bytes, encoding);
  const isWhole = encoding !== 'UTF-16' || bytes.length % 2 === 0;
  if (isWhole && !/[\uFFFD\0\p{Cs}]/u.test(text)) return { text, encoding };
  return { reason: `cannot be read as UTF-8, UTF-16 or Windows-1252: ${SAVE_AS_UTF8}` };
}

function detectEncoding(bytes: Buffer): 'UTF-8' | 'UTF-16' | 'Windows-1252' {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (hasMark || bytes.includes(0)) return 'UTF-16';
  return isUtf8(bytes) ? 'UTF-8' : 'Windows-1252';
}

function detectProgram(bytes: Buffer): string | undefined {
  const start = bytes.toString('latin1', 0, 4);
  if (start === 'PK\x03\x04') return 'a workbook (.xlsx, .ods) or an archive';
  return start === '\xd0\xcf\x11\xe0' ? 'a workbook (.xls)' : undefined;
}
