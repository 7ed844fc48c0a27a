import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What is tested of the tables and of the functions on them is tested of the tables in memory too: chaos runs on those. */
const onTables = [
  'tests/adapters/dynamodb/*-table.test.ts',
  'tests/adapters/dynamodb/delivery-interleaving.test.ts',
  'tests/lambdas/{digest,notice,feedback}*.test.ts',
];
const onWholeStack = ['**/*-killed.test.ts', '**/*-local.test.ts'];

/** Thousands of requests, each of several calls: a minute each on the protocol, a second in memory. */
const floods = ['tests/lambdas/stranger.test.ts'];

/** The files that take longest begin first, so that none of them is left alone with one processor at the end. */
const longest = ['infra/commands', 'chaos/random', 'browser/reading-pages', 'chaos/systematic', 'browser/pages'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => longest.findIndex((name) => moduleId.includes(`/${name}.`));
    const isLong = (file: TestSpecification) => rank(file) >= 0;
    const others = files.filter((file) => !isLong(file));
    return [...files.filter(isLong).sort((one, other) => rank(one) - rank(other)), ...(await super.sort(others))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: 'tests/support/temporary-files.ts',
    // A hang fails, slowness does not: a busy machine may take twenty times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // Most files read the whole dataset: each worker loads and resolves it once, not once a file.
    isolate: false,
    maxWorkers: '100%',
    env: { TZ: 'Pacific/Chatham', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    projects: [
      {
        extends: true,
        test: { name: 'jubilee', include: ['tests/**/*.test.{ts,tsx}', ...floods.map((file) => `!${file}`)] },
      },
      {
        extends: true,
        test: {
          name: 'in memory',
          include: [...onTables, ...floods],
          exclude: onWholeStack,
          env: { TABLES: 'in memory' },
        },
      },
    ],
  },
});
