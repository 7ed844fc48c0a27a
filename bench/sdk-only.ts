import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const imports = /^import \{([^}]*)\} from '(@aws-sdk\/[^']+)';/gm;

/**
 * A module that imports of the SDK exactly what the files import, makes the clients, and nothing more.
 *
 * @param files from the root of the package
 */
export function sdkOnly(files: readonly string[]): string {
  const own = files.filter((file) => /^(src|lambdas)\//.test(file));
  const found = own.flatMap((file) => [
    ...readFileSync(join(import.meta.dirname, '..', file), 'utf8').matchAll(imports),
  ]);
  const named = found.flatMap(([, names = '', from = '']) => namesIn(names).map((name) => ({ name, from })));
  const unique = [...new Map(named.map((each) => [each.name, each])).values()];
  const clients = unique.filter(({ name }) => name.endsWith('Client') && name !== 'DynamoDBDocumentClient');
  return [
    ...unique.map(({ name, from }) => `import { ${name} } from '${from}';`),
    `export const used = [${unique.map(({ name }) => name)}];`,
    `export const clients = [${clients.map(({ name }) => `new ${name}({})`)}];`,
  ].join('\n');
}

/** Types are not there when it runs. */
function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^\w+$/.test(name));
}
