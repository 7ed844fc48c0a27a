import { Command, CommanderError } from 'commander';

/** Each subcommand loads only what it needs. */
const subcommands: Record<string, () => Promise<Command>> = {
  anniversaries: async () => (await import('./anniversaries.ts')).anniversariesCommand(),
  timeline: async () => (await import('./timeline.ts')).timelineCommand(),
  digest: async () => (await import('./digest.ts')).digestCommand(),
  data: async () => (await import('./data.ts')).dataCommand(),
  openapi: async () => (await import('./open-api.ts')).openApiCommand(),
  subscribers: async () => (await import('./subscribers.ts')).subscribersCommand(),
  runs: async () => (await import('./runs.ts')).runsCommand(),
  run: async () => (await import('./run.ts')).runCommand(),
  deliveries: async () => (await import('./deliveries.ts')).deliveriesCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  doctor: async () => (await import('./doctor.ts')).doctorCommand(),
  start: async () => (await import('./start.ts')).startCommand(),
};

const program = new Command('jubilee').description('Tells people in time that a diplomatic anniversary is coming.');
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.stdout.on('error', stopWhenReaderHasGone);

try {
  const named = subcommands[process.argv[2] ?? ''];
  for (const load of named ? [named] : Object.values(subcommands)) program.addCommand(await load());
  endWithExitCode2(program);
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}

/** Bad input ends with one line and exit code 2, whichever subcommand finds it. */
function endWithExitCode2(command: Command): void {
  command.exitOverride();
  command.commands.forEach(endWithExitCode2);
}

function stopWhenReaderHasGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
