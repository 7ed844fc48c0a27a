import { expect, test } from 'vitest';
import { mailboxOf, mayMailAgain, networkOf, siteOf } from '../../src/domain/request-limit.ts';

test.each([
  ['Jo.Desk+news@Ministry.example', 'jodesk@ministry.example'],
  ['j.o.d.e.s.k@ministry.example', 'jodesk@ministry.example'],
  ['jodesk+a+b@ministry.example', 'jodesk@ministry.example'],
  ['jo-desk@ministry.example', 'jo-desk@ministry.example'],
  ['j.o@googlemail.com', 'jo@gmail.com'],
  ['jo-news@yahoo.co.uk', 'jo@yahoo.co.uk'],
  ['anything@jo.fastmail.com', 'jo@fastmail.com'],
  ['anything@news.jo.fastmail.com', 'anything@news.jo.fastmail.com'],
  ['anything@jo.fastmail.com.example', 'anything@jo.fastmail.com.example'],
  ['jo-news@notyahoo.com', 'jo-news@notyahoo.com'],
  ['jo-news@ymail.com.example', 'jo-news@ymail.com.example'],
])('%s most likely reaches %s', (address, mailbox) => {
  expect(mailboxOf(address)).toBe(mailbox);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::7', '2001:db8:0:0'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:db8::2:3:4:5:6', '2001:db8:0:2'],
  ['2001::1:2:3:4:5:6', '2001:0:1:2'],
  ['::2:3:4:5:6:7', '0:0:2:3'],
  ['2001:db8:1::', '2001:db8:1:0'],
  ['::1', '0:0:0:0'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1'],
  ['2001:db8::7', '2001:db8:0'],
  ['192.0.2.1', '192.0.2.1'],
])('%s belongs to the site %s', (ip, site) => {
  expect(siteOf(ip)).toBe(site);
});

test.each([
  [[], true],
  [['2024-01-09T12:00:01Z'], false],
  [['2024-01-09T12:00:00Z'], true],
  [['2024-01-01T00:00:00Z', '2024-01-03T00:00:00Z'], true],
  [['2024-01-01T00:00:00Z', '2024-01-03T00:00:00Z', '2024-01-05T00:00:00Z'], false],
  [['2023-10-12T12:00:00Z', '2024-01-03T00:00:00Z', '2024-01-05T00:00:00Z'], true],
])('a mailbox that leaves %s unanswered gets one more mail: %s', (mailedAt, may) => {
  expect(mayMailAgain(mailedAt, new Date('2024-01-10T12:00:00Z'))).toBe(may);
});
