import { Command, Option } from 'commander';
import { newOperatorClients } from '../src/adapters/account/operator-clients.ts';
import { readSettings } from '../src/settings/settings.ts';
import { withSettingsFile } from '../src/settings/settings-file.ts';
import { askAccount, beforeDeployChecks } from './doctor/before-deploy.ts';
import { checks } from './doctor/checks.ts';
import type { Check, Finding } from './doctor/finding.ts';
import { deployedStack, localStack, type Stack } from './doctor/stack.ts';
import { formatOption, stackOption } from './options.ts';
import { isLocal } from './stack-names.ts';
import { table } from './table.ts';

type Options = {
  readonly stack: string;
  readonly bounce?: boolean;
  readonly beforeDeploy?: boolean;
  readonly stage?: string;
  readonly format: string;
};
type Answer = Pick<Check, 'name' | 'about'> & Finding;

const explanation = `
It looks at the stack in the account and region of this terminal, or at that of "jubilee start" once the
variables that it prints are set. It changes nothing; --bounce mails the simulator of SES in the name of a
subscriber made for it, who is removed again. On this machine it always does.

--before-deploy needs no stack: it checks whether a deployment with the settings of the stage will succeed.

pass, note and fail with what to do, skipped where a question has no meaning, unknown where it could not be answered.
Exit code: 0 when nothing failed and nothing is unknown, 1 otherwise.

What is asked:
${table(
  ['check', 'all is well when'],
  checks.map(({ name, about }) => [name, about]),
)}`;

/** `jubilee doctor`: runs every check that an operator would make. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check that everything exists and runs as it should, and say how to fix what does not.')
    .addOption(stackOption())
    .option('--bounce', 'also mail the mailbox simulator of SES, and wait for the bounce')
    .option('--before-deploy', 'check whether a deployment will succeed')
    .addOption(
      new Option('--stage <stage>', 'the stage whose settings to check, with --before-deploy').choices(['prod', 'dev']),
    )
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', explanation)
    .action(async ({ stack: name, bounce = false, beforeDeploy, stage, format }: Options) => {
      const answers = await (beforeDeploy ? examineAccount(stage) : examine(openStack(name, bounce), checks));
      process.stdout.write(format === 'json' ? `${JSON.stringify(answers, null, 2)}\n` : formatAnswers(answers));
      if (answers.some((answer) => answer.is === 'fail' || answer.is === 'unknown')) process.exitCode = 1;
    });
}

function openStack(name: string, bounce: boolean): Stack {
  return isLocal(process.env) ? localStack(process.env) : deployedStack(name, bounce);
}

function examineAccount(stage: string | undefined): Promise<Answer[]> {
  return examine(askAccount(chosenSettings(stage), newOperatorClients()), beforeDeployChecks);
}

function chosenSettings(stage: string | undefined) {
  try {
    return readSettings(withSettingsFile((name) => (name === 'stage' ? stage : undefined)));
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

/** Runs all checks in parallel; one that throws does not affect the others. */
export function examine<Asked>(place: Asked, asked: readonly Check<Asked>[]): Promise<Answer[]> {
  return Promise.all(
    asked.map(async ({ name, about, look }) => ({ name, about, ...(await look(place).catch(reportUnknown)) })),
  );
}

function reportUnknown(error: unknown): Finding {
  const { name, message, cause }: Partial<Error> = error instanceof Error ? error : { message: String(error) };
  return { is: 'unknown', said: [name, message, cause].filter(Boolean).join(': ') };
}

function formatAnswers(answers: readonly Answer[]): string {
  const lines = table(
    ['', 'check', ''],
    answers.flatMap((answer) => {
      const line = [answer.is, answer.name, answer.said.replace(/\s+/g, ' ')];
      return 'fix' in answer ? [line, ['', '', `do: ${answer.fix}`]] : [line];
    }),
  );
  const count = (is: Finding['is']) => answers.filter((answer) => answer.is === is).length;
  return `${lines}\n${answers.length} checks: ${count('pass')} pass, ${count('note')} note, ${count('fail')} fail, ${count('unknown')} unknown, ${count('skipped')} skipped\n`;
}
