import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { importRules } from '../../lint/import-rules.ts';

const root = join(import.meta.dirname, '..', '..');
const tree = mkdtempSync(join(tmpdir(), 'house-rules-'));
afterAll(() => rmSync(tree, { recursive: true }));

/** A file that imports `module` and is otherwise without fault. */
const imports = (module: string) => `import * as imported from '${module}';\n\nexport const used = imported;\n`;

const PURE = 'Pure code';
const CDK = 'Infrastructure belongs in infra/';
const SDK = 'Only src/adapters talks to AWS';
const DATES = 'Date rules belong in src/domain';
const DOMAIN = 'src/domain holds rules only';
const ADAPTERS = 'Adapters import src/domain';
const FUNCTIONS = 'moves to src/';
const INFRA = 'infra/ names handlers by path';
const CLOCK = 'The clock is read in handler.ts and cli/ only';
const CLASSES = 'Classes are for infra/ and errors';

const refused: [rule: string, file: string, code: string, message: string][] = [
  ['the domain knows no Node', 'src/domain/a.ts', imports('node:fs'), DOMAIN],
  ['the domain knows no sibling', 'src/domain/b.ts', imports('../wording/wording.ts'), DOMAIN],
  ['the domain parses with no schema library', 'src/domain/c.ts', imports('zod'), DOMAIN],
  ['the dataset is handed its text', 'src/dataset/a.ts', imports('node:fs'), PURE],
  ['the dataset knows no adapter', 'src/dataset/b.ts', imports('../adapters/lambda/env.ts'), PURE],
  ['requests know no adapter', 'src/requests/a.ts', imports('../adapters/lambda/env.ts'), PURE],
  [
    'requests know pages as little, from a deeper folder',
    'src/requests/deeper/a.ts',
    imports('../../web/page.tsx'),
    PURE,
  ],
  ['finding names knows no page', 'src/finding/a.ts', imports('../web/page.tsx'), PURE],
  ['relations know no function', 'src/relations/a.ts', imports('../../lambdas/api/app.ts'), 'src/relations imports'],
  ['sending reaches no service itself', 'src/sending/a.ts', imports('@aws-sdk/client-ses'), 'src/sending imports'],
  ['wording knows no format', 'src/wording/a.ts', imports('hono/jsx'), PURE],
  ['wording knows no mail', 'src/wording/en/a.ts', imports('../../mail/digest-mail.ts'), PURE],
  ['mail reaches no service', 'src/mail/a.ts', imports('@aws-sdk/client-ses'), PURE],
  ['mail is not MIME', 'src/mail/b.ts', imports('nodemailer'), PURE],
  ['pages know no mail', 'src/web/a.ts', imports('../mail/digest-mail.ts'), PURE],
  ['pages know one file of the requests', 'src/web/b.ts', imports('../requests/preferences-request.ts'), PURE],
  ['calendars know no other format', 'src/icalendar/a.ts', imports('hono/jsx'), PURE],
  ['feeds know no adapter', 'src/feeds/a.ts', imports('../adapters/lambda/env.ts'), PURE],
  ['date rules stand in the domain', 'src/feeds/b.ts', imports('date-fns'), PURE],
  ['adapters know no pages', 'src/adapters/a.ts', imports('../web/page.ts'), ADAPTERS],
  ['adapters know no function', 'src/adapters/b.ts', imports('../../lambdas/digest-sender/send-digest.ts'), ADAPTERS],
  ['adapters hold no date rule', 'src/adapters/c.ts', imports('date-fns'), ADAPTERS],
  ['a new folder of src reaches no service', 'src/new/b.ts', imports('@aws-sdk/client-sqs'), SDK],
  [
    'a function imports no other',
    'lambdas/digest-sender/a.ts',
    imports('../digest-planner/plan-digests.ts'),
    FUNCTIONS,
  ],
  [
    'a room of a function imports no other function',
    'lambdas/api/pages/a.ts',
    imports('../../digest-planner/plan-digests.ts'),
    FUNCTIONS,
  ],
  ['a function knows no command', 'lambdas/digest-sender/g.ts', imports('../../cli/print.ts'), FUNCTIONS],
  ['a function knows no infrastructure', 'lambdas/digest-sender/b.ts', imports('../../infra/tables.ts'), FUNCTIONS],
  ['a function reaches AWS by adapters', 'lambdas/digest-sender/c.ts', imports('@aws-sdk/client-ses'), SDK],
  ['a function holds no date rule', 'lambdas/digest-sender/d.ts', imports('@date-fns/tz'), DATES],
  ['a function knows no CDK', 'lambdas/digest-sender/e.ts', imports('aws-cdk-lib/aws-sqs'), CDK],
  ['the command reaches AWS by adapters', 'cli/a.ts', imports('@aws-sdk/client-ses'), SDK],
  ['the command deploys nothing', 'cli/b.ts', imports('../infra/tables.ts'), CDK],
  ['the embedded parts deploy nothing', 'cli/local/a.ts', imports('../../infra/tables.ts'), CDK],
  ['infrastructure knows no handler', 'infra/a.ts', imports('../lambdas/digest-sender/handler.ts'), INFRA],
  ['infrastructure knows no table', 'infra/d.ts', imports('../src/adapters/dynamodb/row.ts'), INFRA],
  ['infrastructure knows no rule', 'infra/b.ts', imports('../src/domain/schedule.ts'), INFRA],
  ['infrastructure reaches no service', 'infra/c.ts', imports('@aws-sdk/client-ses'), INFRA],
  ['only tests of infra/ know the CDK', 'tests/domain/a.test.ts', imports('aws-cdk-lib'), CDK],
  ['a bench knows no CDK', 'bench/a.ts', imports('constructs'), CDK],
  ['a dependency is declared', 'src/new/c.ts', imports('left-pad'), 'left-pad'],

  ['the domain is handed the time', 'src/domain/d.ts', 'export const now = () => new Date();\n', CLOCK],
  ['a verb is handed the time', 'lambdas/digest-sender/f.ts', 'export const now = () => Date.now();\n', CLOCK],
  ['src has no class', 'src/adapters/d.ts', 'export class Mailer {\n  ready = true;\n}\n', CLASSES],
  ['an error that is not one is a class', 'cli/c.ts', 'export class Names extends Map<string, string> {}\n', CLASSES],
  ['only env.ts reads the environment', 'src/adapters/e.ts', 'export const home = process.env.HOME;\n', 'process.env'],
  ['src logs by the logger', 'src/adapters/f.ts', "console.log('sent');\n", 'console'],

  ['no cast', 'cli/d.ts', 'export const one = JSON.parse("1") as number;\n', 'type assertion'],
  ['no any', 'cli/e.ts', 'export const one: any = 1;\n', 'any'],
  ['no non-null assertion', 'cli/f.ts', 'export const first = (all: string[]) => all[0]!.length;\n', 'non-null'],
  ['no enum', 'cli/g.ts', 'export enum Kind {\n  One,\n}\n', 'enum'],
  ['no default export', 'cli/h.ts', 'export default 1;\n', 'default export'],
  ['no barrel', 'cli/i.ts', "export { one } from './one.ts';\nexport { two } from './two.ts';\n", 'barrel'],
  ['no star of exports', 'cli/j.ts', "export * from './one.ts';\n", 'barrel'],
  ['no nested ternary', 'cli/k.ts', 'export const sign = (n: number) => (n > 0 ? 1 : n < 0 ? -1 : 0);\n', 'ternary'],
  ['types are imported as types', 'cli/l.ts', "import { T } from './t.ts';\n\nexport type U = T;\n", 'types'],
  [
    'no floating promise',
    'cli/m.ts',
    'async function send() {}\n\nexport function main() {\n  send();\n}\n',
    'floating',
  ],
  [
    'no promise where a boolean is meant',
    'cli/n.ts',
    'async function sent() {\n  return true;\n}\n\nexport function main() {\n  if (sent()) return 1;\n  return 0;\n}\n',
    'Promise',
  ],
  ['files are named in kebab case', 'cli/camelCase.ts', 'export const one = 1;\n', 'kebab-case'],
  ['no cycle', 'src/new/d.ts', "import { e } from './e.ts';\n\nexport const d = () => e;\n", 'cycle'],
  [
    'no cycle, seen from its other end',
    'src/new/e.ts',
    "import { d } from './d.ts';\n\nexport const e = () => d;\n",
    'cycle',
  ],
  [
    'no cycle of types',
    'src/new/f.ts',
    "import type { G } from './g.ts';\n\nexport type F = { readonly g?: G };\n",
    'cycle',
  ],
  [
    'no cycle of types, seen from its other end',
    'src/new/g.ts',
    "import type { F } from './f.ts';\n\nexport type G = { readonly f?: F };\n",
    'cycle',
  ],
];

const accepted: [rule: string, file: string, code: string][] = [
  ['the domain on date-fns', 'src/domain/ok-a.ts', imports('date-fns')],
  ['the domain on its time zones', 'src/domain/ok-b.ts', imports('@date-fns/tz')],
  ['the domain on itself', 'src/domain/ok-c.ts', imports('./timeline.ts')],
  ['an instant in the domain', 'src/domain/ok-d.ts', 'export const epoch = new Date(0);\n'],
  ['the dataset on CSV', 'src/dataset/ok-a.ts', imports('csv-parse/sync')],
  ['requests on schemas', 'src/requests/ok-a.ts', imports('zod')],
  ['the dataset on its own rooms', 'src/dataset/resolving/ok-a.ts', imports('../files/claims.ts')],
  ['pages on the form of the preferences', 'src/web/ok-b.ts', imports('../requests/preferences-form.ts')],
  ['sending on adapters', 'src/sending/ok-a.ts', imports('../adapters/ses/mime.ts')],
  ['one language on its catalogue', 'src/wording/en/ok-a.ts', imports('../catalogue.ts')],
  ['one language on the domain', 'src/wording/en/ok-b.ts', imports('../../domain/timeline.ts')],
  ['mail on JSX', 'src/mail/ok-a.tsx', imports('hono/jsx')],
  ['mail on wording', 'src/mail/ok-b.ts', imports('../wording/wording.ts')],
  ['pages on JSX', 'src/web/ok-a.ts', imports('hono/jsx')],
  ['calendars on the domain', 'src/icalendar/ok-a.ts', imports('../domain/milestone.ts')],
  ['feeds on CSV', 'src/feeds/ok-a.ts', imports('csv-stringify/sync')],
  ['adapters on the SDK', 'src/adapters/ok-a.ts', imports('@aws-sdk/client-ses')],
  ['adapters on MIME', 'src/adapters/ok-b.ts', imports('nodemailer/lib/mail-composer')],
  ['adapters on Node', 'src/adapters/ok-c.ts', imports('node:timers/promises')],
  ['the environment in env.ts', 'src/adapters/lambda/env.ts', 'export const home = process.env.HOME;\n'],
  ['errors as classes', 'src/adapters/ok-d.ts', 'export class MailRefused extends Error {}\n'],
  ['a function on src', 'lambdas/digest-sender/ok-a.ts', imports('../../src/adapters/lambda/env.ts')],
  ['a room of a function on its own rooms', 'lambdas/api/pages/ok-a.ts', imports('../data/feeds.ts')],
  ['a room of a function on src', 'lambdas/api/pages/ok-b.ts', imports('../../../src/web/page.tsx')],
  ['a function on its own verb', 'lambdas/digest-sender/ok-b.ts', imports('./send-digest.ts')],
  ['the clock in a handler', 'lambdas/digest-sender/handler.ts', 'export const now = () => new Date();\n'],
  ['the clock in the command', 'cli/ok-a.ts', 'export const now = () => new Date();\n'],
  ['the command on functions', 'cli/ok-b.ts', imports('../lambdas/digest-sender/send-digest.ts')],
  ['the embedded parts on the SDK', 'cli/local/ok-a.ts', imports('@aws-sdk/client-dynamodb')],
  ['infrastructure on the CDK', 'infra/ok-a.ts', imports('aws-cdk-lib/aws-sqs')],
  ['infrastructure on the shapes of the tables', 'infra/ok-b.ts', imports('../src/adapters/dynamodb/table-shapes.ts')],
  ['infrastructure on the names of the metrics', 'infra/ok-d.ts', imports('../src/adapters/lambda/metric-names.ts')],
  ['infrastructure on the table of routes', 'infra/ok-f.ts', imports('../lambdas/api/routes.ts')],
  ['infrastructure on what builds the assets', 'infra/ok-e.ts', imports('../lambdas/api/pages/build-assets.ts')],
  ['constructs as classes', 'infra/ok-c.ts', 'export class Tables {\n  count = 3;\n}\n'],
  ['tests of infra on the CDK', 'tests/infra/ok-a.test.ts', imports('aws-cdk-lib')],
  ['tests on anything else', 'tests/domain/ok-a.test.ts', imports('../../lambdas/digest-sender/send-digest.ts')],
  ['const and satisfies', 'cli/ok-c.ts', 'export const one = [1] as const satisfies readonly number[];\n'],
  [
    'an awaited promise',
    'cli/ok-d.ts',
    'async function send() {}\n\nexport async function main() {\n  await send();\n}\n',
  ],
];

const report = z.object({
  diagnostics: z.array(z.object({ message: z.string(), location: z.object({ path: z.string() }) })),
});

const messages = lint();

test.each(refused)('lint refuses: %s', (_rule, file, _code, message) => {
  expect(messages.get(file)?.join('\n')).toContain(message);
});

test.each(accepted)('lint accepts %s', (_rule, file) => {
  expect(messages.get(file)).toBeUndefined();
});

test('every folder of src has its own import rule', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const included = importRules().overrides.flatMap(({ includes }) => includes);
  expect(included).toEqual(expect.arrayContaining(folders.map(({ name }) => `src/${name}/*`)));
});

test('`npm run format` has written the import rules for Biome', () => {
  expect(JSON.parse(readFileSync(join(root, 'lint/import-rules.json'), 'utf8'))).toEqual(importRules());
});

/** Biome's findings for each planted file, under this repository's configuration. */
function lint(): Map<string, string[]> {
  for (const name of ['biome.json', 'package.json', '.gitignore', 'lint']) {
    cpSync(join(root, name), join(tree, name), { recursive: true });
  }
  for (const [, file, code] of [...refused, ...accepted]) plant(file, code);
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { diagnostics } = report.parse(JSON.parse(spawnSync(biome, options, { cwd: tree, encoding: 'utf8' }).stdout));
  const found = new Map<string, string[]>();
  for (const { message, location } of diagnostics) {
    found.set(location.path, [...(found.get(location.path) ?? []), message]);
  }
  return found;
}

function plant(file: string, code: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), code);
}

test('no test has a time limit of its own: a slow machine must not fail one', () => {
  const own = /\btimeout: ?[\d_]+,?\s*\},|^\s*\},\s+[\d_]+,?\s*\);$/m;
  for (const limited of [
    `test(name, { timeout: ${60_000} }, async () => {`,
    `  }, ${60_000});`,
    `  },\n  ${60_000},\n);`,
  ])
    expect(limited).toMatch(own);
  const folder = join(root, 'tests');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  expect(files.filter((file) => own.test(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
});
