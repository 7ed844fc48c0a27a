import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStates } from '../../src/dataset/files/states.ts';
import { type Found, find } from '../../src/finding/find.ts';
import { stateIndex } from '../../src/finding/state-index.ts';

const csv = readFileSync(new URL('../../data/states.csv', import.meta.url), 'utf8');
const index = stateIndex(readStates(csv).rows.map(({ value }) => value));

/** What was found, as short as the address that it leads to. */
function led(text: string): string {
  const found: Found = find(text, index);
  if (found.kind === 'state') return found.code;
  if (found.kind === 'pair') return found.pair;
  if (found.kind === 'date') return 'date' in found ? found.date : found.dayOfYear;
  if (found.kind !== 'choice') return found.kind;
  return `${found.isGuess ? 'did you mean' : 'one of'} ${[...found.states, ...found.pairs].join(' ')}`;
}

test.each([
  ['UK', 'GB'],
  ['U.K.', 'GB'],
  ['Great Britain', 'GB'],
  ['england', 'GB'],
  ['USA', 'US'],
  ['the united states of america', 'US'],
  ['EE. UU.', 'US'],
  ['США', 'US'],
  ['Turkey', 'TR'],
  ['Türkiye', 'TR'],
  ['turkiye', 'TR'],
  ['Swaziland', 'SZ'],
  ['Ivory Coast', 'CI'],
  ["cote d'ivoire", 'CI'],
  ['Côte d’Ivoire', 'CI'],
  ['Czech Republic', 'CZ'],
  ['DPRK', 'KP'],
  ['КНДР', 'KP'],
  ['South Korea', 'KR'],
  ['Holland', 'NL'],
  ['中国', 'CN'],
  ['中華', 'nothing'],
  ['Россия', 'RU'],
  ['россия', 'RU'],
  ['Holy See', 'VA'],
  ['Vatican', 'VA'],
  ['Burma', 'MM'],
  ['Cape Verde', 'CV'],
  ['East Timor', 'TL'],
  ['St Lucia', 'LC'],
  ['Viet Nam', 'VN'],
  ['Zaïre', 'CD'],
  ['Upper Volta', 'BF'],
  ['Ceylon', 'LK'],
  ['Guinea', 'GN'],
  ['guinea bissau', 'GW'],
  ['Niger', 'NE'],
  ['cn', 'CN'],
  ['Алжир', 'DZ'],
  ['Белоруссия', 'BY'],
  ['Allemagne', 'DE'],
  ['États-Unis', 'US'],
  ['etats unis', 'US'],
  ['España', 'ES'],
  ['الصين', 'CN'],
  ['الإمارات', 'AE'],
  ['السعودية', 'SA'],
  ['苏联', 'SU'],
  ['USSR', 'SU'],
  ['East Germany', 'DD'],
  ['Kazakhst', 'KZ'],
  ['EU', 'EU'],
  ['European Union', 'EU'],
  ['Order of Malta', 'XO'],
  ['Мальтийский орден', 'XO'],
  ['Malta', 'MT'],
  ['马耳他', 'MT'],
  ['欧盟', 'EU'],
  ['欧洲联盟', 'EU'],
  ['ЕС', 'EU'],
  ['Европейский союз', 'EU'],
  ['UE', 'EU'],
  ['Union européenne', 'EU'],
  ['Unión Europea', 'EU'],
  ['الاتحاد الأوروبي', 'EU'],
  ['EEC', 'EU'],
  ['EC', 'EC'],
])('finds the state that "%s" names: %s', (text, place) => {
  expect(led(text)).toBe(place);
});

test.each([
  ['china lesotho', 'CN-LS'],
  ['CN-LS', 'CN-LS'],
  ['LS CN', 'CN-LS'],
  ['Lesotho – China', 'CN-LS'],
  ['China and Lesotho', 'CN-LS'],
  ['USA vs Cuba', 'CU-US'],
  ['france et allemagne', 'DE-FR'],
  ['Китай и Россия', 'CN-RU'],
  ['中国莱索托', 'CN-LS'],
  ['中国和美国', 'CN-US'],
  ['الصين وليسوتو', 'CN-LS'],
  ['trinidad and tobago costa rica', 'CR-TT'],
  ['south sudan sudan', 'SD-SS'],
])('finds the pair that "%s" names: %s', (text, pair) => {
  expect(led(text)).toBe(pair);
});

test.each([
  ['12 January', '01-12'],
  ['January 12', '01-12'],
  ['12th of January 2024', '2024-01-12'],
  ['2024-1-5', '2024-01-05'],
  ['5.1.2024', '2024-01-05'],
  ['05/01/2024', '2024-01-05'],
  ['1/25/2024', '2024-01-25'],
  ['01-12', '01-12'],
  ['29 February', '02-29'],
  ['12 de enero de 2024', '2024-01-12'],
  ['1er janvier', '01-01'],
  ['12 января 2024 г.', '2024-01-12'],
  ['2024年1月12日', '2024-01-12'],
  ['1月12日', '01-12'],
  ['١٢ يناير ٢٠٢٤', '2024-01-12'],
  ['January 2027', '2027-01'],
  ['2027', '2027'],
  ['30 February', 'no such day'],
  ['2025-02-29', 'no such day'],
])('finds the day that "%s" writes: %s', (text, day) => {
  expect(led(text)).toBe(day);
});

test.each([
  ['congo', 'one of CD CG'],
  ['korea', 'one of KP KR'],
  ['saint', 'one of KN LC SM VA VC'],
  ['Portugall', 'did you mean PT'],
  ['Kazahkstan', 'did you mean KZ'],
  ['Phillipines', 'did you mean PH'],
  ['Lestho China', 'did you mean CN-LS'],
  ['qqqqqq', 'nothing'],
  ['', 'nothing'],
  ['---', 'nothing'],
])('offers a choice where "%s" is not one name: %s', (text, choice) => {
  expect(led(text)).toBe(choice);
});

test('answers any text of any length, and quickly', () => {
  expect(led('a '.repeat(50_000))).toBe('nothing');
  expect(led('中'.repeat(50_000))).toBe('nothing');
});
