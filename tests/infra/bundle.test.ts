import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, functionNames } from '../../infra/bundle.ts';
import { root } from './template.ts';

const dist = mkdtempSync(join(tmpdir(), 'dist-'));
beforeAll(() => bundle(dist));
afterAll(() => rmSync(dist, { recursive: true }));

test('every function with a handler has a bundle of its own, and no source map', () => {
  const names = functionNames(join(root, 'lambdas'));
  expect(readdirSync(dist).sort()).toEqual(names.sort());
  for (const name of names) {
    const files = readdirSync(join(dist, name)).filter((file) => !['data', 'assets'].includes(file));
    expect(files).toContain('index.mjs');
    expect(files.filter((file) => !file.endsWith('.mjs'))).toEqual([]);
  }
});

test.each(['events.csv', 'sources.csv', 'states.csv', 'rulings.csv'])(
  'the seeder carries %s as it stands in data/',
  (file) => {
    const carried = readFileSync(join(dist, 'table-seeder', 'data', file));
    expect(carried.equals(readFileSync(join(root, 'data', file)))).toBe(true);
  },
);

test.each([
  ['style.css', '.sheet{'],
  ['script.js', 'form[data-preferences]'],
])('the API carries %s, minified for browsers', (file, excerpt) => {
  const carried = readFileSync(join(dist, 'api', 'assets', file), 'utf8');
  expect(carried).toContain(excerpt);
  expect(carried.trim().split('\n')).toHaveLength(1);
});

test.each(functionNames(join(root, 'lambdas')))(
  'the bundle of %s starts on this Node and asks for its variables',
  (name) => {
    const { stderr } = spawnSync(process.execPath, [join(dist, name, 'index.mjs')], { env: {}, encoding: 'utf8' });
    expect(stderr).toMatch(/Missing environment variables: \w+_(TABLE|PARAMETER)/);
  },
);

test.each(functionNames(join(root, 'lambdas')))(
  '%s gets the modules of Node.js from the process, which is faster than importing them',
  (name) => {
    const code = codeOf(name);
    expect(code.search(/getBuiltinModule\("(node:)?https"\)/)).toBeGreaterThan(0);
    const imported = [...code.matchAll(/(?:from|import) ?\(?"([^"]+)"/g)].map(([, module = '']) => module);
    expect(imported.filter(isBuiltin)).toEqual([]);
  },
);

test('a cold API loads no page, language, logger, AWS client or table of scripts before it knows the request', () => {
  const loaded = filesLoadedBy('index.mjs');
  const code = loaded.map((file) => readFileSync(join(dist, 'api', file), 'utf8')).join('\n');
  expect(code.length).toBeLessThan(500_000);
  expect(code).not.toContain('com.amazonaws');
  expect(code).not.toContain('POWERTOOLS');
  expect(code).not.toContain('checkBidi');
  expect(code).not.toContain('anniversaire');
});

function codeOf(name: string): string {
  const files = readdirSync(join(dist, name)).filter((file) => file.endsWith('.mjs'));
  return files.map((file) => readFileSync(join(dist, name, file), 'utf8')).join('\n');
}

/** The file of the API and those that it imports at once. */
function filesLoadedBy(file: string): string[] {
  const code = readFileSync(join(dist, 'api', file), 'utf8');
  const imported = [...code.matchAll(/(?:from|import)"\.\/([^"]+)"/g)].flatMap(([, name = '']) => filesLoadedBy(name));
  return [...new Set([file, ...imported])];
}
