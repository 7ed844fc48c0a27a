import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { loadProgram } from '../../cli/command-line.ts';
import { jubilee } from './run-jubilee.ts';

type Leaf = readonly [path: string, command: Command];

/** The commands that do something, each under the words that call it. */
function leavesOf(command: Command, path = ''): Leaf[] {
  if (command.commands.length === 0) return [[path, command]];
  return command.commands.flatMap((each) => leavesOf(each, `${path} ${each.name()}`.trim()));
}

describe.each(leavesOf(await loadProgram()))('jubilee %s', (path, command) => {
  test('explains itself and all its options', async () => {
    const { code, stdout } = await jubilee(...path.split(' '), '--help');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Usage: jubilee ${path}`)]);
    expect([command, ...command.options].filter(({ description }) => !description)).toEqual([]);
  });

  test('has output for programs', () => {
    const format = command.options.find(({ long }) => long === '--format');
    expect(format?.argChoices).toContain('json');
  });
});
