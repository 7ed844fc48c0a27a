/** The standard score of a two-sided interval of 95 %. */
const Z = 1.959964;

/**
 * Computes the 95 % Wilson score interval of a share (Wilson 1927, without continuity correction), which is sound for
 * small numbers and for shares near 1.
 *
 * @example
 * wilson(9, 10) // => { low: 0.596, high: 0.982 }, rounded
 */
export function wilson(held: number, compared: number): { readonly low: number; readonly high: number } {
  if (compared === 0) return { low: 0, high: 1 };
  const share = held / compared;
  const square = Z ** 2;
  const centre = share + square / (2 * compared);
  const spread = Z * Math.sqrt((share * (1 - share)) / compared + square / (4 * compared ** 2));
  const scale = 1 + square / compared;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}
