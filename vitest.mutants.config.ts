import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Vitest runs the longest files first; a mutant is killed sooner by the shortest. */
class ShortestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).reverse();
  }
}

/** The tests that `npm run mutants` runs against each mutant: those of the rules and of resolving, without the sweeps that take seconds each. */
export default defineConfig({
  test: {
    include: ['tests/{domain,dataset}/**/*.test.ts'],
    exclude: ['**/*.{properties,sweep}.test.ts', '**/{hard-cases,*-command}.test.ts'],
    testTimeout: 600_000,
    isolate: false,
    sequence: { sequencer: ShortestFirst },
    env: { TZ: 'Pacific/Chatham' },
  },
});
