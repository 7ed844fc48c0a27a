/** One measured row. */
export type Result = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the yardstick took in the same run, in the same unit. */
  readonly yardstick: number;
  /** What the yardstick is. */
  readonly beside: string;
  /** The value over the yardstick: 0.02 is fifty times less. */
  readonly ratio: number;
  readonly target: string;
  /** `null` where no target is set: the row is there to be known. */
  readonly met: boolean | null;
};

export type Measured = Pick<Result, 'name' | 'value' | 'unit' | 'yardstick' | 'beside'>;

/** The most that the value and its ratio to the yardstick may be, and the least that the ratio must be. */
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

/** Three digits that mean something, grouped by thousands. */
export function inFigures(number: number): string {
  return number >= 1000
    ? Math.round(number).toLocaleString('en')
    : number.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function times(ratio: number): string {
  return ratio < 1 ? `≥ ${inFigures(1 / ratio)} times less` : `≤ ${inFigures(ratio)} times`;
}
