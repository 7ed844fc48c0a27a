import type { Span } from './milestone.ts';
import { type DueFilter, defaultPreferences, filterOf } from './preferences.ts';

/**
 * Builds the address of the full list behind a digest with this filter. To keep it short, leaves out defaults and
 * separates lists with commas, which need no encoding in a query (RFC 3986).
 *
 * @example
 * duePath({ from: '2024-01-01', through: '2024-01-31' }, { ...defaultPreferences, states: ['CN', 'LS'] })
 * // => '/due?from=2024-01-01&through=2024-01-31&states=CN,LS'
 */
export function duePath({ from, through }: Span, filter: DueFilter): string {
  const usual: Readonly<Record<string, unknown>> = defaultPreferences;
  const chosen = Object.entries(filterOf(filter)).filter(([name, value]) => String(value) !== String(usual[name]));
  return [`/due?from=${from}`, `through=${through}`, ...chosen.map(([name, value]) => `${name}=${value}`)].join('&');
}
