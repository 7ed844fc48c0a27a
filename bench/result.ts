/** One measured row. */
export type Result = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value of the yardstick in the same run and unit. */
  readonly yardstick: number;
  /** The name of the yardstick. */
  readonly beside: string;
  /** The value divided by the yardstick: 0.02 is fifty times less. */
  readonly ratio: number;
  readonly target: string;
  /** `null` without a target, for information only. */
  readonly met: boolean | null;
};

export type Measured = Pick<Result, 'name' | 'value' | 'unit' | 'yardstick' | 'beside'>;

/** The upper limits on the value and on its ratio to the yardstick, and the lower limit on the ratio. */
export type Target = { readonly value?: number; readonly ratio?: number; readonly atLeast?: number };

/**
 * @example
 * judge({ name: 'import', value: 90, unit: 'ms', yardstick: 50, beside: 'the bare SDK' }, { ratio: 1.5 })
 * // => { …, ratio: 1.8, target: '≤ 1.5 times', met: false }
 */
export function judge(measured: Measured, { value, ratio, atLeast }: Target = {}): Result {
  const actual = measured.value / measured.yardstick;
  const texts = [
    value !== undefined && `≤ ${inFigures(value)} ${measured.unit}`,
    ratio !== undefined && times(ratio),
    atLeast !== undefined && `≥ ${inFigures(atLeast)} times`,
  ];
  const target = texts.filter(Boolean).join(', ');
  const isWithin = measured.value <= (value ?? Infinity) && actual <= (ratio ?? Infinity) && actual >= (atLeast ?? 0);
  return { ...measured, ratio: actual, target, met: target === '' ? null : isWithin };
}

/** Formats a number with three significant digits, grouped by thousands. */
export function inFigures(number: number): string {
  return number >= 1000
    ? Math.round(number).toLocaleString('en')
    : number.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function times(ratio: number): string {
  return ratio < 1 ? `≥ ${inFigures(1 / ratio)} times less` : `≤ ${inFigures(ratio)} times`;
}
