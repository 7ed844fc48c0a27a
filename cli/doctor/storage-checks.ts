import { datasetVersion } from '../../src/adapters/dynamodb/relations-seed.ts';
import { readDataset } from '../dataset-files.ts';
import { type Check, fail, failIfAny, inAws, ofParts, pass, skipped } from './finding.ts';

/** The checks that data is protected, and that the deployed dataset is the repository's. */
export const storageChecks: readonly Check[] = [
  {
    name: 'tables',
    about: 'every table can be read and written',
    look: ofParts(async ({ tables }) => {
      const all = await tables();
      const others = all.filter(({ status }) => status !== 'ACTIVE');
      return failIfAny(
        others.map(({ table, status }) => `${table}: ${status}`),
        `${all.length} are active`,
        'wait while a table is being changed; restore one that is missing: docs/deploy.md, "Roll back, restore, remove" (on this machine: start again)',
      );
    }),
  },
  {
    name: 'recovery',
    about: 'tables can be restored to any second of the last 35 days',
    look: inAws(async ({ unrecoverable }) =>
      failIfAny(await unrecoverable(), 'on', 'deploy again to turn on point-in-time recovery'),
    ),
  },
  {
    name: 'deletion protection',
    about: 'no table can be deleted by mistake',
    look: inAws(async ({ unprotected, output }) =>
      (await output('Stage')) === 'dev'
        ? skipped('a stack of the stage dev is removed completely')
        : failIfAny(
            await unprotected(),
            'on',
            'deploy again, or: aws dynamodb update-table --deletion-protection-enabled --table-name …',
          ),
    ),
  },
  {
    name: 'dataset',
    about: 'the deployed dates are those in data/',
    look: ofParts(async ({ relations }) => {
      const { timelines, sources, states } = readDataset();
      const here = datasetVersion({ timelines, sources, states });
      const there = await relations.datasetVersion();
      if (there === here) return pass(here);
      const fix = 'deploy again (on this machine: start again); if this checkout is the older one, pull first';
      return fail(there === undefined ? 'missing or incomplete' : `${there} is deployed, ${here} is in data/`, fix);
    }),
  },
];
