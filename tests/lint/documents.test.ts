import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json';
import { jubilee } from '../cli/run-jubilee.ts';

const root = join(import.meta.dirname, '..', '..');

describe.each(['README.md', 'CONTRIBUTING.md', 'docs/recipes.md'])('%s', (document) => {
  const text = readFileSync(join(root, document), 'utf8');

  test('names only paths that exist', () => {
    const paths = pathsIn(text);
    expect(paths.length).toBeGreaterThan(3);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('names only scripts that package.json has', () => {
    const scripts = [...text.matchAll(/npm (?:run )?(?:-s )?(?!ci\b|run\b|version\b|-)([\w:]+)/g)].map(
      ([, script]) => script,
    );
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining([...new Set(scripts)]));
  });

  test('names only commands that `jubilee` has', async () => {
    const commands = [...text.matchAll(/jubilee -- ([a-z]+)(?: ([a-z]+)\b)?/g)].map(([, name = '', sub]) => [
      name,
      sub,
    ]);
    for (const [name = '', sub] of commands) {
      expect((await jubilee('--help')).stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
      if (sub) expect((await jubilee(name, '--help')).stdout).toMatch(new RegExp(`^  ${sub}\\b`, 'm'));
    }
  });
});

test('a missing path would be noticed', () => {
  expect(pathsIn('See `src/gone/lost.ts`, then [more](docs/more.md).')).toEqual(['docs/more.md', 'src/gone/lost.ts']);
});

/** The files and folders in code spans and links; placeholders such as `lambdas/<function>/` name none. */
function pathsIn(text: string): string[] {
  const linked = [...text.matchAll(/\]\(([\w./-]+)(?:#[\w-]+)?\)/g)];
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => [
    ...code.matchAll(
      /(?<![\w./<:@-])((?:src|lambdas|infra|cli|bench|tests|data|docs|lint|\.github)\/[\w./-]*)(?![<{*])/g,
    ),
  ]);
  return [...new Set([...linked, ...quoted].map(([, path = '']) => path))];
}

describe('docs/decisions.md', () => {
  const text = readFileSync(join(root, 'docs/decisions.md'), 'utf8');
  const entries = text.split(/^## /m).slice(1);
  const titles = entries.map((entry) => entry.slice(0, entry.indexOf('\n')).split(' · ')[1]);

  test('is in order, newest first', () => {
    const dates = entries.map((entry) => entry.slice(0, 10));
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test.each(entries.map((entry) => [entry.slice(0, entry.indexOf('\n')), entry] as const))(
    'gives a status: %s',
    (_title, entry) => {
      const [, status, successor] = /^Status: (accepted|superseded by "(.+)")\.$/m.exec(entry) ?? [];
      expect(status).toBeDefined();
      if (successor) expect(titles).toContain(successor);
    },
  );
});
