import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const imports = /^import \{([^}]*)\} from '(@aws-sdk\/[^']+)';/gm;

/**
 * Writes a module that imports exactly the parts of the SDK that the files import, and only creates the clients.
 *
 * @param files relative to the root of the package
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

/** Lists the imported names without types, which do not exist at run time. */
function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => /^\w+$/.test(name));
}
