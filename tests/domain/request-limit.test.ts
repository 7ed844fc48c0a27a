import { expect, test } from 'vitest';
import { mailboxOf, networkOf } from '../../src/domain/request-limit.ts';

test.each([
  ['Jo.Desk+news@Ministry.example', 'jodesk@ministry.example'],
  ['j.o.d.e.s.k@ministry.example', 'jodesk@ministry.example'],
  ['jodesk+a+b@ministry.example', 'jodesk@ministry.example'],
])('%s most likely reaches %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
