import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('es', {
  // A code of our own, which CLDR does not know.
  XO: 'Soberana Orden de Malta',
  // Former states: CLDR gives the name of a successor.
  CS: 'Checoslovaquia',
  DD: 'Alemania Oriental',
  SU: 'Unión Soviética',
  YU: 'Yugoslavia',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: 'República Saharaui',
  PS: 'Palestina',
  VA: 'Santa Sede',
  // CLDR distinguishes the two differently in other languages, or adds a former name.
  CD: 'República Democrática del Congo',
  CG: 'República del Congo',
  MM: 'Myanmar',
  // The name that the state requests and the United Nations use, pinned because CLDR has another or has changed.
  BY: 'Belarús',
  CI: 'Côte d’Ivoire',
  CV: 'Cabo Verde',
  CZ: 'Chequia',
  MD: 'Moldova',
  MK: 'Macedonia del Norte',
  SZ: 'Eswatini',
  TR: 'Türkiye',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: 'Taiwán',
  XK: 'Kosovo',
});

export const names: NameMessages = namesIn('es', state, (one, other) => `${one} – ${other}`);
