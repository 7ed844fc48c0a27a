import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('en-GB', {
  // A code of our own, which CLDR does not know.
  XO: 'Sovereign Order of Malta',
  // Former states: CLDR gives the name of a successor.
  CS: 'Czechoslovakia',
  DD: 'East Germany',
  SU: 'Soviet Union',
  YU: 'Yugoslavia',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: 'Sahrawi Republic',
  PS: 'Palestine',
  VA: 'Holy See',
  // CLDR distinguishes the two by their capitals, or adds a former name.
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  MM: 'Myanmar',
  // The name that the state requests, pinned because it depends on the age of the runtime's CLDR.
  CI: 'Côte d’Ivoire',
  CV: 'Cabo Verde',
  CZ: 'Czechia',
  MK: 'North Macedonia',
  SZ: 'Eswatini',
  TR: 'Türkiye',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: 'Taiwan',
  XK: 'Kosovo',
  // CLDR abbreviates.
  AG: 'Antigua and Barbuda',
  BA: 'Bosnia and Herzegovina',
  KN: 'Saint Kitts and Nevis',
  LC: 'Saint Lucia',
  ST: 'São Tomé and Príncipe',
  TT: 'Trinidad and Tobago',
  VC: 'Saint Vincent and the Grenadines',
});

export const names: NameMessages = namesIn('en-GB', state, (one, other) => {
  const areSingleWords = !/[ -]/.test(`${one}${other}`);
  return areSingleWords ? `${one}–${other}` : `${one} – ${other}`;
});
