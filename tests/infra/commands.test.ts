import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Listening, listen } from '../../cli/local/listen.ts';
import { jubileeWith } from '../cli/run-jubilee.ts';
import { root } from './template.ts';

/*
 * Every command of the product and of AWS in the documents for operators, in their order, in a fresh clone with an empty HOME:
 * as far as the first request to AWS, which here answers who asks and refuses everything else. `npm ci`, `npm test` and `npm start` run elsewhere.
 */

const documents = ['README.md', 'docs/deploy.md', 'docs/runbook.md'];
const commands = [...new Set(documents.flatMap((file) => commandsIn(readFileSync(join(root, file), 'utf8'))))];

/** What a reader puts in place of a placeholder. */
const placeholders: readonly (readonly [string, string])[] = [
  ['--subscriber ID', '--subscriber someone'],
  ['--api-id API', '--api-id a1b2c3'],
  ['--source-table-name …', '--source-table-name Jubilee-TablesSubscribers'],
  ['--restore-date-time …', '--restore-date-time 2024-01-05T08:00:00Z'],
  ['--table-name …', '--table-name Jubilee-TablesSubscribers'],
  ['import list.csv', 'import tests/infra/list.csv'],
];

let aws: Listening;
let requests = 0;
let clone: string;
beforeAll(async () => {
  clone = freshClone();
  aws = await listen(
    createServer(async (request, response) => {
      const body = await text(request);
      requests += 1;
      const isIdentity = body.includes('GetCallerIdentity');
      response.writeHead(isIdentity ? 200 : 400, { 'content-type': 'text/xml' }).end(isIdentity ? WHO : REFUSED);
    }),
    0,
  );
});
afterAll(() => aws.close());

test('the documents have commands of each sort', () => {
  for (const [start, least] of [
    ['npx cdk ', 5],
    ['npm run -s jubilee -- ', 20],
    ['aws ', 4],
  ] as const)
    expect(commands.filter((command) => command.startsWith(start)).length).toBeGreaterThanOrEqual(least);
});

test.for(commands.filter((command) => !command.startsWith('aws ')))(
  '%s does its work, or calls AWS',
  async (command) => {
    const before = requests;
    const { code, output } = await run(command);
    expect(output).not.toMatch(/The setting "|unknown (option|command)|too many arguments|^\s+at .*\.ts:\d+/m);
    expect({ command, output: code === 0 ? '' : output, works: code === 0 || requests > before }).toMatchObject({
      works: true,
    });
  },
);

test.runIf(isInstalled('aws')).for(commands.filter((command) => command.startsWith('aws ')))(
  '%s calls AWS',
  async (command) => {
    const before = requests;
    const { output } = await run(command);
    expect({ command, output: requests > before ? '' : output }).toEqual({ command, output: '' });
  },
);

test('without settings, deploy says in one line how to give them, and bootstrap and destroy go on', async () => {
  const bare = freshClone();
  const before = requests;
  const deploy = await run('npx cdk deploy', bare);
  expect(deploy.code).toBe(1);
  expect(deploy.output).toContain(
    'The setting "from" is missing: it is the address that digests come from. Write it with "npm run -s jubilee -- setup", or give it as: -c from=alerts@example.org',
  );
  expect(requests).toBe(before);
  for (const command of ['npx cdk bootstrap', 'npx cdk destroy --force']) {
    const asked = requests;
    expect((await run(command, bare)).output).not.toContain('The setting "');
    expect(requests).toBeGreaterThan(asked);
  }
});

test('a deployment whose events.csv was cut is refused in one line, before AWS is called', async () => {
  const cut = freshClone();
  const events = join(cut, 'data', 'events.csv');
  writeFileSync(events, readFileSync(events, 'utf8').slice(0, 600_000));
  const before = requests;
  const deploy = await run('npx cdk deploy -c from=alerts@example.org', cut);
  expect(deploy).toMatchObject({
    code: 1,
    output: expect.stringContaining('data/events.csv is stale, cut or altered'),
  });
  expect(requests).toBe(before);
});

/** The lines of shell blocks, continued ones in one, and what stands in the text between backticks. */
function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^ *```sh\n(.*?)^ *```/gms)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
  const inline = [...markdown.replaceAll(/^ *```.*?^ *```/gms, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  const written = [...lines, ...inline].map((line) => line.replace(/ +# .*$/, '').trim());
  return written.filter((line) => /^(npx cdk|npm run -s jubilee --|aws) \S/.test(line) && !line.includes('$'));
}

/** The files of the repository as they stand, with the packages that `npm ci` installs. */
function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const file of stdout.trim().split('\n')) {
    if (/^(docs|tests)\//.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Runs a command as a person does; those of the product in this process, which saves the start of one each. */
async function run(command: string, cwd = clone): Promise<{ readonly code: number; readonly output: string }> {
  const filled = answered(placeholders.reduce((line, [from, to]) => line.replace(from, to), command));
  const [, words] = /^npm run -s jubilee -- (.*)$/.exec(filled) ?? [];
  return words === undefined || words === 'setup' ? inShell(filled, cwd) : here(words.split(' '), cwd);
}

async function here(words: readonly string[], cwd: string) {
  const home = process.cwd();
  process.chdir(cwd);
  try {
    const { code, stdout, stderr } = await jubileeWith({ ...variables(), AWS_ENDPOINT_URL_DYNAMODB: '' }, ...words);
    return { code, output: `${stdout}\n${stderr}` };
  } catch (error) {
    return { code: 1, output: String(error) };
  } finally {
    process.chdir(home);
  }
}

/** A question that the command asks is answered from `ANSWERS`. */
async function inShell(command: string, cwd: string) {
  const env = { ...variables(), PATH: process.env.PATH, HOME: cwd };
  const child = spawn('sh', ['-c', command], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.end(ANSWERS);
  const outputs = Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await new Promise<number>((resolve) => child.on('close', (status) => resolve(status ?? 1)));
  return { code, output: (await outputs).join('\n') };
}

function variables() {
  return {
    CI: 'true',
    AWS_ENDPOINT_URL: aws.url,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_MAX_ATTEMPTS: '1',
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_VALIDATION: 'false',
  };
}

/** The list that is imported stands in the test's folder. */
function answered(command: string): string {
  return command.replace('tests/infra/list.csv', join(import.meta.dirname, 'list.csv'));
}

/** To the questions of `setup`: address, domain, alarm address, region. */
const ANSWERS = 'alerts@example.org\n\nops@example.org\neu-central-1\n';

const WHO = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/operator</Arn><UserId>A</UserId><Account>111122223333</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;
const REFUSED =
  '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not in this test</Message></Error></ErrorResponse>';

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}
