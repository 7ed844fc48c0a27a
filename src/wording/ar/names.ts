import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('ar', {
  // A code of our own, which CLDR does not know.
  XO: 'منظمة فرسان مالطا ذات السيادة',
  // Former states: CLDR gives the name of a successor.
  CS: 'تشيكوسلوفاكيا',
  DD: 'ألمانيا الشرقية',
  SU: 'الاتحاد السوفيتي',
  YU: 'يوغوسلافيا',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: 'الجمهورية الصحراوية',
  PS: 'فلسطين',
  VA: 'الكرسي الرسولي',
  // CLDR distinguishes the two by their capitals, or adds a former name.
  CD: 'جمهورية الكونغو الديمقراطية',
  CG: 'جمهورية الكونغو',
  MM: 'ميانمار',
  // The name that the state requests and the United Nations use, pinned because CLDR has another or has changed.
  CI: 'كوت ديفوار',
  CV: 'كابو فيردي',
  CZ: 'تشيكيا',
  DO: 'الجمهورية الدومينيكية',
  MK: 'مقدونيا الشمالية',
  SZ: 'إسواتيني',
  TL: 'تيمور-ليشتي',
  TR: 'تركيا',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: 'تايوان',
  XK: 'كوسوفو',
});

export const names: NameMessages = namesIn('ar', state, (one, other) => `${one} – ${other}`);
