import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStates } from '../../src/dataset/files/states.ts';
import { find } from '../../src/finding/find.ts';
import { stateIndex } from '../../src/finding/state-index.ts';

const csv = readFileSync(new URL('../../data/states.csv', import.meta.url), 'utf8');
const index = stateIndex(readStates(csv).rows.map(({ value }) => value));

/** How many of the searches may go wrong before somebody has to look. */
const MAX_WRONG = 2;

/** Sixty searches as people write them, and where each should lead: aliases in six languages, pairs, dates, slips. */
const searches = [
  ['Great Britain', 'GB'],
  ['the UK', 'GB'],
  ['u.s.a.', 'US'],
  ['the States', 'US'],
  ['Holland', 'NL'],
  ['Burma', 'MM'],
  ['Persia', 'IR'],
  ['Macedonia', 'MK'],
  ['Cape Verde', 'CV'],
  ['East Timor', 'TL'],
  ['Czech Republic', 'CZ'],
  ['North Korea', 'KP'],
  ['ROK', 'KR'],
  ['UAE', 'AE'],
  ['Soviet Union', 'SU'],
  ['Yugoslavia', 'YU'],
  ['Vatican City', 'VA'],
  ['Royaume-Uni', 'GB'],
  ['Pays-Bas', 'NL'],
  ['cote divoire', 'CI'],
  ['RDC', 'CD'],
  ['Birmanie', 'MM'],
  ['EE.UU.', 'US'],
  ['Reino Unido', 'GB'],
  ['Costa de Marfil', 'CI'],
  ['Países Bajos', 'NL'],
  ['Сербия', 'RS'],
  ['Белоруссия', 'BY'],
  ['ОАЭ', 'AE'],
  ['Великобритания', 'GB'],
  ['ЮАР', 'ZA'],
  ['美国', 'US'],
  ['朝鲜', 'KP'],
  ['英国', 'GB'],
  ['俄国', 'RU'],
  ['الولايات المتحدة', 'US'],
  ['بريطانيا', 'GB'],
  ['سوريا', 'SY'],
  ['الإمارات', 'AE'],
  ['روسيا', 'RU'],
  ['china lesotho', 'CN-LS'],
  ['US–Cuba', 'CU-US'],
  ['Poland and Croatia', 'HR-PL'],
  ['UK vs Argentina', 'AR-GB'],
  ['France et Mali', 'FR-ML'],
  ['España con Portugal', 'ES-PT'],
  ['Россия и Украина', 'RU-UA'],
  ['中国与俄罗斯', 'CN-RU'],
  ['مصر وتركيا', 'EG-TR'],
  ['GB-FR', 'FR-GB'],
  ['12 January 1994', '1994-01-12'],
  ['Jan 12', '01-12'],
  ['5.1.2024', '2024-01-05'],
  ['2024年1月12日', '2024-01-12'],
  ['3 de mayo', '05-03'],
  ['1er août 2025', '2025-08-01'],
  ['Kazahkstan', 'did you mean KZ'],
  ['Phillipines', 'did you mean PH'],
  ['Lybia', 'did you mean LY'],
  ['Lestho China', 'did you mean CN-LS'],
] as const;

/** What was found, as short as the address that it leads to. */
function led(text: string): string {
  const found = find(text, index);
  if (found.kind === 'state') return found.code;
  if (found.kind === 'pair') return found.pair;
  if (found.kind === 'date') return 'date' in found ? found.date : found.dayOfYear;
  if (found.kind !== 'choice') return found.kind;
  return `${found.isGuess ? 'did you mean' : 'one of'} ${[...found.states, ...found.pairs].join(' ')}`;
}

test('58 of 60 searches lead where they should', () => {
  const table = searches.map(([text, wanted]) => ({ search: text, hit: led(text), wanted }));
  console.table(
    table.map(({ search, hit, wanted }) => ({ search, hit, right: hit === wanted ? 'yes' : `no: ${wanted}` })),
  );
  const wrong = table.filter(({ hit, wanted }) => hit !== wanted);
  expect(searches).toHaveLength(60);
  expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(MAX_WRONG);
});
