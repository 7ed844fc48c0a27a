import { formats } from './dates.ts';

/** The ordinals of a feminine noun from one to nine. */
const units = ['', 'الأولى', 'الثانية', 'الثالثة', 'الرابعة', 'الخامسة', 'السادسة', 'السابعة', 'الثامنة', 'التاسعة'];
const tens = ['', 'العاشرة', 'العشرون', 'الثلاثون', 'الأربعون', 'الخمسون', 'الستون', 'السبعون', 'الثمانون', 'التسعون'];

/**
 * Returns the ordinal for الذكرى: in words up to the hundredth, in digits above.
 *
 * @example
 * ordinal(30) // => 'الثلاثون'
 * ordinal(75) // => 'الخامسة والسبعون'
 * ordinal(125) // => 'الـ125'
 */
export function ordinal(count: number): string {
  if (count === 100) return 'المئة';
  if (count > 99) return `الـ${count}`;
  const [ten, unit] = [Math.floor(count / 10), count % 10];
  if (unit === 0) return tens[ten] ?? '';
  const one = unit === 1 && ten > 0 ? 'الحادية' : (units[unit] ?? '');
  if (ten === 0) return one;
  return ten === 1 ? `${one} عشرة` : `${one} و${tens[ten]}`;
}

/**
 * @example
 * years(2) // => 'عامان'
 * years(41) // => '41 عامًا'
 */
export function years(count: number): string {
  return numbered(count, { one: 'عام واحد', two: 'عامان', few: 'أعوام', many: 'عامًا', other: 'عام' });
}

/** Returns the form after a word that governs the genitive. */
export function ofYears(count: number): string {
  return count === 2 ? 'عامين' : years(count);
}

export function ofDays(count: number): string {
  return numbered(count, { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' });
}

export function occasions(count: number): string {
  return numbered(count, { one: 'مناسبة واحدة', two: 'مناسبتان', few: 'مناسبات', many: 'مناسبة', other: 'مناسبة' });
}

export function corrections(count: number): string {
  return numbered(count, { one: 'تصويب واحد', two: 'تصويبان', few: 'تصويبات', many: 'تصويبًا', other: 'تصويب' });
}

/** Formats a list within a sentence, cut to the first `atMost`. */
export function listed(things: readonly string[], atMost = things.length): string {
  const left = things.length - atMost;
  return formats.and(left > 0 ? [...things.slice(0, atMost), `${left} غيرها`] : things);
}

type Forms = Readonly<Record<'one' | 'two' | 'few' | 'many' | 'other', string>>;

/** Formats a number of things; the noun itself expresses one and two. */
function numbered(count: number, forms: Forms): string {
  const noun = formats.plural(count, forms);
  return count === 1 || count === 2 ? noun : `${count} ${noun}`;
}
