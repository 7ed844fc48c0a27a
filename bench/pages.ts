import type { Result } from './result.ts';
import { measureReading } from './served-api.ts';

/** Measures pages. */
export function measurePages(onProgress: (part: number) => void): Promise<Result[]> {
  return measureReading([{ name: 'front page', path: '/' }], onProgress);
}
