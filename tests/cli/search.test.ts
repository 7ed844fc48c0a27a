import { expect, test } from 'vitest';
import { jubilee } from './run-jubilee.ts';

test.each([
  ['UK', 'kind   code  name\nstate  GB    United Kingdom\n'],
  ['china lesotho', 'kind  code   name\npair  CN-LS  China–Lesotho\n'],
  ['5.1.2024', 'kind  code        name\ndate  2024-01-05  5 January 2024\n'],
  ['Portugall', 'Did you mean:\nkind   code  name\nstate  PT    Portugal\n'],
])('"%s" is found', async (text, printed) => {
  expect(await jubilee('search', text)).toEqual({ code: 0, stdout: printed, stderr: '' });
});

test('programs learn whether what was found is a guess', async () => {
  const { stdout } = await jubilee('search', 'Kazahkstan', '--format', 'json');
  expect(JSON.parse(stdout)).toEqual({ isGuess: true, places: [{ kind: 'state', code: 'KZ', name: 'Kazakhstan' }] });
});

test('a text that means nothing ends with one line that says what to try', async () => {
  expect(await jubilee('search', 'qqqqqq')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: nothing is called "qqqqqq": try a state, two states, or a date such as 12 January\n',
  });
});

test('states are listed in the order of their names in the language asked for', async () => {
  const { stdout } = await jubilee('states', '--lang', 'fr', '--format', 'json');
  const rows: { readonly code: string; readonly name: string }[] = JSON.parse(stdout);
  expect(rows).toHaveLength(206);
  expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(['Afghanistan', 'Afrique du Sud', 'Albanie']);
});
