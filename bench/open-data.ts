import type { Result } from './result.ts';
import { measureReading } from './served-api.ts';

/** Measures the API's data. */
export function measureOpenData(onProgress: (part: number) => void): Promise<Result[]> {
  const path = '/v1/anniversaries?from=2024-01-01&to=2024-12-31&state=CN';
  return measureReading([{ name: "JSON: a state's anniversaries of a year", path }], onProgress);
}
