import { expect, test } from 'vitest';
import { decodeText } from '../../cli/subscribers/decode-text.ts';

const text = 'email;pays\r\ndesk@ministry.example;Côte d’Ivoire\r\n';
const utf16 = Buffer.from(text, 'utf16le');
const marked = Buffer.from(`\uFEFF${text}`, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(text), 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
  ['UTF-16 with a mark', marked, 'UTF-16'],
  ['big-endian UTF-16 with a mark', Buffer.from(marked).swap16(), 'UTF-16'],
  ['UTF-16', utf16, 'UTF-16'],
  ['big-endian UTF-16', Buffer.from(utf16).swap16(), 'UTF-16'],
  ['Windows-1252', Buffer.from(text.replace('’', '\x92'), 'latin1'), 'Windows-1252'],
])('a list in %s is decoded', (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding });
});

test.each([
  ['a workbook', Buffer.from('PK\x03\x04\x14\x00'), /is a workbook \(\.xlsx/],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /is a workbook \(\.xls\)/],
  ['half a character of UTF-16', utf16.subarray(0, -1), /cannot be read/],
  ['Chinese in GBK', Buffer.from([0x65, 0x0a, 0x81, 0x40]), /cannot be read as UTF-8, UTF-16 or Windows-1252/],
  ['bytes of a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xd8]), /cannot be read/],
])('%s is refused with what to do', (_name, bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ reason: expect.stringMatching(reason) });
  expect(decodeText(bytes)).toEqual({ reason: expect.stringContaining('save it as "CSV UTF-8"') });
});
