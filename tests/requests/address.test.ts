import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImport } from '../../cli/subscribers/read-import.ts';
import { mailAddress } from '../../src/requests/address.ts';
import { typedAddresses } from '../support/typed-addresses.ts';

test.each([
  ['an address as it is given', 'Jo.Desk+news@ministry.example', 'Jo.Desk+news@ministry.example'],
  ['an address with spaces around it', ' desk@ministry.example\n', 'desk@ministry.example'],
  ['a domain of another script in Punycode', 'desk@外交部.example', 'desk@xn--tlq87w5j9b.example'],
  ['a domain in lower case', 'desk@Ministry.EXAMPLE', 'desk@ministry.example'],
])('mail goes to %s', (_rule, text, address) => {
  expect(mailAddress.parse(text)).toBe(address);
});

test('a local part that SES cannot reach is refused in clear words', () => {
  expect(mailAddress.safeParse('büro@ministry.example').error?.issues[0]?.message).toMatch(/before the @/);
});

test('the list of typed addresses is read', () => {
  expect(typedAddresses.length).toBeGreaterThan(30);
});

test.each(typedAddresses)('%s: %j %s', (verdict, text) => {
  expect(mailAddress.safeParse(text).success).toBe(verdict === 'valid');
});

test.each(typedAddresses)('%s in an import too: %j %s', (verdict, text) => {
  const { rows, faults } = readImport(`email\n"${text.replaceAll('"', '""')}"\n`, []);
  expect([rows.length, faults.length]).toEqual(verdict === 'valid' ? [1, 0] : [0, 1]);
});

test.each([
  ['ministry.example', /no @/],
  ['de\u200bsk@ministry.example', /invisible/],
  ['desk@ministry.example/x', /after the @/],
  ['desk@ministry', /after the @/],
  ['desk@192.0.2.1', /after the @/],
  ['desk..two@ministry.example', /before the @/],
  ['@ministry.example', /before the @/],
  ['"desk"@ministry.example', /before the @/],
  ['Desk <desk@ministry.example>', /without a name/],
  ['desk@ministry.example, other@ministry.example', /more than one @/],
])('%j is refused for its true reason', (text, reason) => {
  expect(mailAddress.safeParse(text).error?.issues[0]?.message).toMatch(reason);
});

test.each([
  'no-at-sign',
  '@ministry.example',
  'desk@',
  'desk@localhost',
  'a@b@c.example',
  'desk@ministry.example, other@ministry.example',
  '"desk office"@ministry.example',
  'desk@ministry.example\r\nBcc: evil@example.org',
  'desk\u202e@ministry.example',
  'desk\u0000@ministry.example',
  `${'a'.repeat(250)}@b.example`,
])('%j is refused', (text) => {
  expect(mailAddress.safeParse(text).success).toBe(false);
});

test('whatever is accepted is one plain ASCII address without control characters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.tuple(fc.string(), fc.domain()).map((parts) => parts.join('@')),
    fc.emailAddress(),
  );
  fc.assert(
    fc.property(text, (given) => {
      const { data } = mailAddress.safeParse(given);
      if (data !== undefined) expect(data).toMatch(/^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/);
    }),
    { numRuns: 2000 },
  );
});
