import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { refuseUnknownOption } from './unknown-option.ts';

/** The subcommands, each of which loads only what it needs. */
const subcommands: Record<string, () => Promise<Command>> = {
  anniversaries: async () => (await import('./anniversaries.ts')).anniversariesCommand(),
  timeline: async () => (await import('./timeline.ts')).timelineCommand(),
  states: async () => (await import('./states.ts')).statesCommand(),
  search: async () => (await import('./search.ts')).searchCommand(),
  digest: async () => (await import('./digest.ts')).digestCommand(),
  data: async () => (await import('./data.ts')).dataCommand(),
  openapi: async () => (await import('./open-api.ts')).openApiCommand(),
  subscribers: async () => (await import('./subscribers.ts')).subscribersCommand(),
  runs: async () => (await import('./runs.ts')).runsCommand(),
  run: async () => (await import('./run.ts')).runCommand(),
  deliveries: async () => (await import('./deliveries.ts')).deliveriesCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  setup: async () => (await import('./setup.ts')).setupCommand(),
  logs: async () => (await import('./logs.ts')).logsCommand(),
  redrive: async () => (await import('./redrive.ts')).redriveCommand(),
  reports: async () => (await import('./reports.ts')).reportsCommand(),
  keys: async () => (await import('./keys.ts')).keysCommand(),
  brake: async () => (await import('./brake.ts')).brakeCommand(),
  start: async () => (await import('./start.ts')).startCommand(),
};

/**
 * Runs one command line, given the words after `jubilee`. Sets `process.exitCode`; bad input ends with one line on standard
 * error and exit code 2, whichever subcommand finds it.
 */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  try {
    const program = await loadProgram(words[0]);
    neverExit(program);
    refuseUnknownOption(program, words);
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

/** Loads the program with the subcommand `name`, or with all if there is none. */
export async function loadProgram(name = ''): Promise<Command> {
  const program = new Command('jubilee')
    .description('Tells people in time that a diplomatic anniversary is coming.')
    .version(packageVersion());
  const named = subcommands[name];
  for (const load of named ? [named] : Object.values(subcommands)) program.addCommand(await load());
  return program;
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
  return version;
}

function neverExit(command: Command): void {
  command.exitOverride();
  command.commands.forEach(neverExit);
}
