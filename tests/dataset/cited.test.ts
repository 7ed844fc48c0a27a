import { expect, test } from 'vitest';
import { citedIn } from '../../src/dataset/cited.ts';
import { readCitations } from '../../src/dataset/files/citations.ts';
import { anEvent } from '../support/builders.ts';

const rows = [
  'publisher,url,official,claims',
  'A book,,,CN-LS established 1983-04-30 enwiki-cn',
  'The list,https://list.example/,,enwiki-cn | enwiki-ls',
  'The ministry,https://mfa.example/,yes,CN-LS established 1983-04-30 enwiki-cn',
  'Of the month,,,CN-LS established 1983-04 enwiki-de',
  'Of another day,,,CN-LS established 1983-05-02 enwiki-cn',
];
const citedFor = (...[pair, cited]: Parameters<ReturnType<typeof citedIn>>) =>
  citedIn(readCitations(rows.join('\n')).rows.map(({ value }) => value))(pair, cited);
const event = anEvent('established', '1983-04-30');

test('names what the sources of a date cite for it, governments first', () => {
  expect(citedFor('CN-LS', { ...event, sources: ['enwiki-cn'] })).toEqual([
    { publisher: 'The ministry', url: 'https://mfa.example/' },
    { publisher: 'A book', url: '' },
  ]);
});

test('names what a list cites as a whole for a claim without a citation of its own', () => {
  expect(citedFor('CN-LS', { ...event, sources: ['enwiki-ls'] })).toEqual([
    { publisher: 'The list', url: 'https://list.example/' },
  ]);
});

test('names what a source cites for a coarser form of the date', () => {
  expect(citedFor('CN-LS', { ...event, sources: ['enwiki-de'] })).toEqual([{ publisher: 'Of the month', url: '' }]);
});

test('names nothing for a source that cites nothing', () => {
  expect(citedFor('CN-LS', { ...event, sources: ['mfa-cn'] })).toEqual([]);
});
