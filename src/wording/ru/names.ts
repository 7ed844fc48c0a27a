import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('ru', {
  // A code of our own, which CLDR does not know.
  XO: 'Мальтийский орден',
  // Former states: CLDR gives the name of a successor.
  CS: 'Чехословакия',
  DD: 'Германская Демократическая Республика',
  SU: 'Советский Союз',
  YU: 'Югославия',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: 'Сахарская Республика',
  PS: 'Палестина',
  VA: 'Святой Престол',
  // CLDR distinguishes the two by their capitals, or adds a former name.
  CD: 'Демократическая Республика Конго',
  CG: 'Республика Конго',
  MM: 'Мьянма',
  // The name that the state requests and the United Nations use, pinned because CLDR has another or has changed.
  BY: 'Беларусь',
  CI: 'Кот-д’Ивуар',
  CV: 'Кабо-Верде',
  CZ: 'Чехия',
  KG: 'Кыргызстан',
  MD: 'Молдова',
  MK: 'Северная Македония',
  SZ: 'Эсватини',
  TL: 'Тимор-Лешти',
  TR: 'Турция',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: 'Тайвань',
  XK: 'Косово',
  // CLDR abbreviates, or has a dash, like the one between the names of a pair.
  AE: 'Объединённые Арабские Эмираты',
  CK: 'Острова Кука',
  KP: 'Корейская Народно-Демократическая Республика',
  MH: 'Маршалловы Острова',
  PG: 'Папуа-Новая Гвинея',
  SB: 'Соломоновы Острова',
  SC: 'Сейшельские Острова',
  US: 'Соединённые Штаты Америки',
});

export const names: NameMessages = namesIn('ru', state, (one, other) => `${one} — ${other}`);
