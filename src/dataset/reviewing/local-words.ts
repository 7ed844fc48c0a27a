import { type Pair, partiesOf, type StateCode } from '../../domain/relation-event.ts';

/** Search terms for a ministry's page: the two names and the phrase, in the ministry's language. */
export type LocalWords = {
  readonly state: StateCode;
  /** ISO 639-1. */
  readonly language: string;
  readonly names: readonly [string, string];
  readonly phrase: string;
};

/** "Establishment of diplomatic relations" as ministries put it. */
const phrases: Readonly<Record<string, string>> = {
  ar: 'إقامة العلاقات الدبلوماسية',
  az: 'diplomatik münasibətlərin qurulması',
  bg: 'установяване на дипломатически отношения',
  cs: 'navázání diplomatických vztahů',
  da: 'diplomatiske forbindelser etableret',
  de: 'Aufnahme diplomatischer Beziehungen',
  el: 'σύναψη διπλωματικών σχέσεων',
  en: 'establishment of diplomatic relations',
  es: 'establecimiento de relaciones diplomáticas',
  et: 'diplomaatilised suhted taastati',
  fa: 'برقراری روابط دیپلماتیک',
  fi: 'diplomaattisuhteet solmittiin',
  fr: 'établissement des relations diplomatiques',
  he: 'כינון היחסים הדיפלומטיים',
  hr: 'uspostava diplomatskih odnosa',
  hu: 'diplomáciai kapcsolatok felvétele',
  id: 'pembukaan hubungan diplomatik',
  it: 'allacciamento delle relazioni diplomatiche',
  ja: '外交関係樹立',
  ka: 'დიპლომატიური ურთიერთობების დამყარება',
  kk: 'дипломатиялық қатынастардың орнатылуы',
  ko: '외교관계 수립',
  lt: 'diplomatinių santykių užmezgimas',
  lv: 'diplomātisko attiecību nodibināšana',
  nl: 'aangaan van diplomatieke betrekkingen',
  pl: 'nawiązanie stosunków dyplomatycznych',
  pt: 'estabelecimento de relações diplomáticas',
  ro: 'stabilirea relațiilor diplomatice',
  ru: 'установление дипломатических отношений',
  sk: 'nadviazanie diplomatických stykov',
  sl: 'vzpostavitev diplomatskih odnosov',
  sq: 'vendosja e marrëdhënieve diplomatike',
  sr: 'успостављање дипломатских односа',
  sv: 'diplomatiska förbindelser upprättades',
  th: 'การสถาปนาความสัมพันธ์ทางการทูต',
  tr: 'diplomatik ilişkilerin kurulması',
  uk: 'встановлення дипломатичних відносин',
  vi: 'thiết lập quan hệ ngoại giao',
  zh: '建立外交关系',
};

/**
 * Returns search terms for a pair in the language of each ministry, by CLDR's likely language of its state: Russian for a
 * former state, English if the phrase is missing here.
 *
 * @example
 * askedIn('LV-MX')[0] // => { state: 'LV', language: 'lv', names: ['Latvija', 'Meksika'], phrase: 'diplomātisko attiecību nodibināšana' }
 */
export function askedIn(pair: Pair): LocalWords[] {
  const parties = partiesOf(pair);
  return parties.map((state) => {
    const likely = languageOf(state);
    const language = phrases[likely] === undefined ? 'en' : likely;
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const [one, other] = parties.map((code) => (isRegion(code) ? (names.of(code) ?? code) : code));
    return { state, language, names: [one ?? '', other ?? ''], phrase: phrases[language] ?? '' };
  });
}

function languageOf(state: StateCode): string {
  return isRegion(state) ? new Intl.Locale(`und-${state}`).maximize().language : 'ru';
}

/** Checks whether CLDR knows the code: it would mistake our codes of former states for others. */
function isRegion(code: StateCode): boolean {
  return !['SU', 'YU', 'CS', 'DD'].includes(code);
}
