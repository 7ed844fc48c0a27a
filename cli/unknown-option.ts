import type { Command } from 'commander';
import { distance } from 'fastest-levenshtein';

/**
 * Rejects the first option that the command does not have, and suggests the intended one, before commander reports a
 * required option as missing, which may be the very one that was mistyped.
 */
export function refuseUnknownOption(program: Command, words: readonly string[]): void {
  let command = program;
  let mayDescend = true;
  for (const word of words) {
    if (word === '--') return;
    const [flag = ''] = word.split('=');
    const subcommand = mayDescend ? command.commands.find((each) => each.name() === word) : undefined;
    if (subcommand !== undefined) command = subcommand;
    else mayDescend = false;
    if (/^--\w/.test(flag) && !listFlags(command, program).includes(flag)) refuse(flag, command, program);
  }
}

function listFlags(command: Command, program: Command): string[] {
  const own = [...command.options, ...program.options].flatMap(({ long }) => long ?? []);
  return [...own, '--help'];
}

function refuse(flag: string, command: Command, program: Command): never {
  const likely = listFlags(command, program)
    .map((known) => ({ known, letters: distance(flag, known) }))
    .sort((one, other) => one.letters - other.letters)
    .find(({ known, letters }) => letters <= Math.max(1, Math.floor(known.length / 3)));
  const hint = likely === undefined ? '' : `: did you mean ${likely.known}?`;
  command.error(`error: unknown option '${flag}'${hint}`, { exitCode: 2 });
}
