import { defineConfig } from 'vitest/config';

/** What is tested of the tables and of the functions on them is tested of the tables in memory too: chaos runs on those. */
const onTables = [
  'tests/adapters/*-table.test.ts',
  'tests/adapters/delivery-interleaving.test.ts',
  'tests/lambdas/{digest,notice,feedback}*.test.ts',
];
const onWholeStack = ['**/*-killed.test.ts', '**/*-local.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    // Most files read the whole dataset: each worker loads and resolves it once, not once a file.
    isolate: false,
    maxWorkers: '100%',
    env: { TZ: 'Pacific/Chatham', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      { extends: true, test: { name: 'jubilee', include: ['tests/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: { name: 'in memory', include: onTables, exclude: onWholeStack, env: { TABLES: 'in memory' } },
      },
    ],
  },
});
