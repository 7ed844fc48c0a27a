import type { Fault } from '../../src/requests/invalid-request.ts';
import type { AskedInVain, Misspelt } from '../../src/web/error-page.tsx';
import { pageParameters } from '../../src/wording/reading-messages.ts';

/** Lists the rejected parameters of a page once each, as in its address. */
export function faultyParameters(query: URLSearchParams, faults: readonly Fault[]): AskedInVain[] {
  return pageParameters
    .filter((parameter) => faults.some(({ field }) => field === parameter))
    .map((parameter) => ({ parameter, value: query.getAll(parameter).join(',') }));
}

/** Lists the parameters that misspell one of the page's. */
export function misspeltParameters(query: URLSearchParams, faults: readonly Fault[]): Misspelt[] {
  return faults.flatMap(({ field, meant }) =>
    meant ? { parameter: field, value: query.getAll(field).join(','), meant } : [],
  );
}
