import type { NameMessages } from '../catalogue.ts';
import { namesIn, stateNamesIn } from '../state-names.ts';

const state = stateNamesIn('zh-Hans', {
  // A code of our own, which CLDR does not know.
  XO: '马耳他骑士团',
  // Former states: CLDR gives the name of a successor.
  CS: '捷克斯洛伐克',
  DD: '民主德国',
  SU: '苏联',
  YU: '南斯拉夫',
  // CLDR names the territory; relations are those of the state or of the Holy See.
  EH: '阿拉伯撒哈拉民主共和国',
  PS: '巴勒斯坦',
  VA: '教廷',
  // Distinguished by their capitals, as is usual; pinned because CLDR differs between languages.
  CD: '刚果（金）',
  CG: '刚果（布）',
  MM: '缅甸',
  // Pinned because it depends on the age of the runtime's CLDR.
  CI: '科特迪瓦',
  CV: '佛得角',
  CZ: '捷克',
  FM: '密克罗尼西亚联邦',
  MK: '北马其顿',
  SZ: '斯威士兰',
  TL: '东帝汶',
  TR: '土耳其',
  // Contested: the short names in common use, pinned so that no change of CLDR decides.
  TW: '台湾',
  XK: '科索沃',
});

export const names: NameMessages = namesIn('zh-Hans', state, (one, other) => `${one}—${other}`);
