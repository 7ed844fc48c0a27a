import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { relative } from 'node:path/posix';

/**
 * The import rules of each folder, whose files may always import each other. A folder without rules of its own has
 * `general`. Paths start at the root of the repository; anything else is a package. `npm run format` writes the rules for
 * Biome into `import-rules.json`.
 */
const cdk = {
  banned: ['aws-cdk-lib', 'constructs', 'cdk-nag', 'infra'],
  instead: 'Infrastructure belongs in infra/: nothing else imports it or the CDK.',
};
const sdk = {
  banned: ['@aws-sdk'],
  instead: 'Only src/adapters talks to AWS: call an adapter, or write one there.',
};
const dates = {
  banned: ['date-fns', '@date-fns'],
  instead: 'Date rules belong in src/domain: put the rule there and call it.',
};
const general = [cdk, sdk, dates];

const rules: Readonly<Record<string, readonly Rule[]>> = {
  'src/domain': [
    {
      allowed: ['date-fns', '@date-fns'],
      instead:
        'src/domain holds rules only: it imports itself and date-fns. Code that reads, writes or words something calls it.',
    },
  ],
  'src/wording': [pure('src/wording', 'src/domain', 'data/datapackage.json')],
  'src/dataset': [pure('src/dataset', 'src/domain', 'src/wording', 'csv-parse', 'csv-stringify', 'zod')],
  'src/feeds': [pure('src/feeds', 'src/domain', 'src/wording', 'csv-stringify', 'write-excel-file')],
  'src/finding': [pure('src/finding', 'src/domain', 'src/wording', 'fastest-levenshtein')],
  'src/settings': [
    {
      allowed: ['src/settings', 'node:*'],
      instead: 'Settings import themselves and Node: infra and the command read them alike.',
    },
  ],
  'src/requests': [pure('src/requests', 'src/domain', 'src/wording', 'zod', 'validator', 'tr46', 'node:url')],
  'src/mail': [pure('src/mail', 'src/domain', 'src/wording', 'hono/jsx', 'hono/html')],
  'src/web': [
    pure('src/web', 'src/domain', 'src/wording', 'src/finding', 'src/requests/preferences-form.ts', 'hono/jsx'),
  ],
  'src/icalendar': [pure('src/icalendar', 'src/domain', 'src/wording', 'ical-generator')],
  'src/adapters': [
    {
      allowed: [
        ...['src/domain', 'src/mail', 'src/in-parallel.ts'],
        ...['@aws-sdk', '@aws-lambda-powertools', 'aws-lambda', 'nodemailer', 'zod', 'node:*'],
      ],
      instead: 'Adapters import src/domain, the mail they send, and client libraries; an entry point passes the rest.',
    },
  ],
  'src/relations': [onAdapters('src/relations')],
  'src/sending': [onAdapters('src/sending')],
  'lambdas/*': [
    ...general,
    {
      allowedFiles: ['src', 'package.json'],
      instead: "A function's folder imports itself and src/: code that two functions need moves to src/.",
    },
  ],
  'cli/local': [cdk, dates],
  infra: [
    {
      allowed: [
        ...[
          'aws-cdk-lib',
          'constructs',
          'cdk-nag',
          'esbuild',
          'node:*',
          'lambdas/api/pages/build-assets.ts',
          'src/settings',
        ],
        ...['src/adapters/dynamodb/table-shapes.ts', 'src/adapters/lambda/metric-names.ts', 'lambdas/api/routes.ts'],
        'src/dataset/stale-files.ts',
      ],
      instead:
        'infra/ names handlers by path. It only imports data that both sides must share: the shapes of the tables, the names of the metrics, the table of routes, the builder of the assets, the check of generated data. Otherwise keep one list, or compare two in a test.',
    },
  ],
  bench: [{ ...cdk, except: ['infra/bundle.ts'] }],
  tests: [{ ...cdk, except: ['infra/bundle.ts'] }],
  'tests/infra': [],
};

type Rule = { readonly instead: string } & (
  | { readonly allowed: readonly string[] }
  | { readonly allowedFiles: readonly string[] }
  | { readonly banned: readonly string[]; readonly except?: readonly string[] }
);

function pure(folder: string, ...allowed: readonly string[]): Rule {
  const instead = `Pure code: ${folder} imports itself, ${allowed.join(', ')}. Pass anything else as a value.`;
  return { allowed, instead };
}

function onAdapters(folder: string): Rule {
  const allowed = ['src/domain', 'src/adapters', 'src/in-parallel.ts'];
  return { allowed, instead: `${folder} imports itself, src/domain and the adapters that callers pass.` };
}

/** The depths of subfolders with patterns of their own, as Biome compares import paths as written. */
const DEPTHS = [0, 1, 2];

/** Builds the part of Biome's configuration with the rules; later overrides replace earlier ones. */
export function importRules() {
  const overrides = Object.entries(rules).flatMap(([folder, own]) =>
    DEPTHS.map((depth) => {
      const at = folder.replace('*', 'any') + '/deeper'.repeat(depth);
      return { includes: [`${folder}${'/*'.repeat(depth + 1)}`], ...restrict(own, at, depth) };
    }),
  );
  return { ...restrict(general, 'any'), overrides };
}

function restrict(own: readonly Rule[], at: string, depth = 0) {
  const patterns = own.map((rule) => ({ group: groupOf(rule, at, depth), message: rule.instead }));
  const rule = patterns.length > 0 ? { level: 'error', options: { patterns } } : 'off';
  return { linter: { rules: { style: { noRestrictedImports: rule } } } };
}

/** Builds patterns as in `.gitignore`: the last match decides, and `!` permits. */
function groupOf(rule: Rule, at: string, depth: number): string[] {
  const these = (names: readonly string[]) => names.flatMap((name) => matching(name, at));
  if ('banned' in rule) return [...these(rule.banned), ...these(rule.except ?? []).map(permit)];
  const own = ['./**', ...Array.from({ length: depth }, (_, index) => `${'../'.repeat(index + 1)}**`)];
  const beyond = `${'../'.repeat(depth + 1)}**`;
  const [all, allowed] = 'allowed' in rule ? ['**', rule.allowed] : ['../**', rule.allowedFiles];
  return [all, ...own.map(permit), beyond, ...these(allowed).map(permit)];
}

const permit = (pattern: string) => `!${pattern}`;

/** Lists the ways to import a file, anything in a folder, or a package from the folder `at`. */
function matching(name: string, at: string): string[] {
  const isPath = /^(src|lambdas|infra|cli|bench|tests|data|package\.json)\b/.test(name);
  const written = isPath ? relative(at, name) : name;
  return /\.(ts|json)$/.test(name) ? [written] : [written, `${written}/**`];
}

const file = join(import.meta.dirname, 'import-rules.json');
if (process.argv[1] === import.meta.filename) writeFileSync(file, oneOverrideALine());

function oneOverrideALine(): string {
  const { overrides, ...rest } = importRules();
  const lines = overrides.map((each) => `    ${JSON.stringify(each)}`);
  return `${JSON.stringify({ ...rest, overrides: [] }).replace('[]}', '[\n')}${lines.join(',\n')}\n]}\n`;
}
