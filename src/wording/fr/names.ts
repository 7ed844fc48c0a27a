import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('fr', {
  // A code of our own, which CLDR does not know.
  XO: 'Ordre souverain de Malte',
  // Former states: CLDR gives the name of a successor.
  CS: 'Tchécoslovaquie',
  DD: 'Allemagne de l’Est',
  SU: 'Union soviétique',
  YU: 'Yougoslavie',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: 'République sahraouie',
  PS: 'Palestine',
  VA: 'Saint-Siège',
  // CLDR distinguishes the two by their capitals, or adds a former name.
  CD: 'République démocratique du Congo',
  CG: 'République du Congo',
  MM: 'Myanmar',
  // The name that the state requests and the United Nations use, pinned because CLDR has another or has changed.
  BY: 'Bélarus',
  CI: 'Côte d’Ivoire',
  CV: 'Cabo Verde',
  CZ: 'Tchéquie',
  KN: 'Saint-Kitts-et-Nevis',
  MD: 'Moldova',
  MK: 'Macédoine du Nord',
  SV: 'El Salvador',
  SZ: 'Eswatini',
  TL: 'Timor-Leste',
  TR: 'Türkiye',
  VC: 'Saint-Vincent-et-les-Grenadines',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: 'Taïwan',
  XK: 'Kosovo',
});

export const names: NameMessages = namesIn('fr', state, (one, other) => `${one} – ${other}`);
