import { runCommandLine } from './command-line.ts';
import { configuredStack } from './configured-stack.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.stdout.on('error', stopWhenReaderHasGone);
const { region } = configuredStack();
if (region !== undefined) process.env.AWS_REGION ??= region;
await runCommandLine(process.argv.slice(2));

function stopWhenReaderHasGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}
