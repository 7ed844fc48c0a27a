import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './template.ts';

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);

test.each(workflows)('%s runs actions of others by digest only, with their version beside it', (_file, workflow) => {
  const used = [...workflow.matchAll(/uses: (.+)/g)].map(([, action]) => action);
  expect(used.length).toBeGreaterThan(0);
  for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('%s lets only a job that runs no code of ours write to the repository', (_file, workflow) => {
  expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m);
  for (const job of workflow.split(/^ {2}(?=[\w-]+:$)/m)) {
    const granted = [...job.matchAll(/^ *([\w-]+): write$/gm)].map(([, scope]) => scope);
    const runsCode = /actions\/checkout|npm |npx |\.ci\/run/.test(job);
    expect(granted.filter((scope) => scope !== 'id-token' && (runsCode || scope !== 'contents'))).toEqual([]);
  }
});

test.each(workflows)('%s puts no input of others into a command', (_file, workflow) => {
  expect(workflow.match(/run: .*\$\{\{.*/g)).toBeNull();
});

test('the deployment first checks whether it would replace a working sender, and takes all settings', () => {
  const [, deploy = ''] = (workflows.find(([file]) => file === 'deploy.yml')?.[1] ?? '').split(/^ {2}deploy:$/m);
  const order = ['jubilee.config.json', 'doctor --before-deploy', 'npx cdk deploy'].map((step) => deploy.indexOf(step));
  expect(order.every((place) => place > 0)).toBe(true);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(deploy).not.toMatch(/cdk deploy.* -c /);
});
