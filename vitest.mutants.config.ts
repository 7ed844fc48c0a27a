import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutants` runs against each mutant: those of the rules and of resolving, without the sweeps that take seconds each. */
export default defineConfig({
  test: {
    include: ['tests/{domain,dataset}/**/*.test.ts'],
    exclude: ['**/*.{properties,sweep}.test.ts', '**/{hard-cases,*-command}.test.ts'],
    testTimeout: 600_000,
    isolate: false,
    env: { TZ: 'Pacific/Chatham' },
  },
});
