import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutants` holds against each mutant: those of the rules and of the resolved data, which need no database. */
export default defineConfig({
  test: {
    include: ['tests/{domain,dataset}/**/*.test.ts'],
    testTimeout: 600_000,
    isolate: false,
    env: { TZ: 'Pacific/Chatham' },
  },
});
