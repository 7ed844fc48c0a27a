import { resolveTxt } from 'node:dns/promises';
import { createInterface } from 'node:readline';
import { Command, Option } from 'commander';
import {
  describeSetting,
  readSettings,
  type SettingName,
  type Settings,
  settingNames,
} from '../src/settings/settings.ts';
import {
  readSettingsFile,
  settingsFileName,
  type WrittenSettings,
  writeSettingsFile,
} from '../src/settings/settings-file.ts';
import { formatOption } from './options.ts';

type Options = { readonly yes?: boolean; readonly format: string } & Partial<Record<SettingName, string>>;

/** The questions asked interactively; every other setting is an option. */
const questions = ['from', 'domain', 'alarmEmail', 'region'] as const satisfies readonly SettingName[];

const explanation = `
The file stands beside cdk.json: afterwards plain "npx cdk deploy" uses it, and so do "npx cdk bootstrap", "diff" and
"destroy". Each stage has its own. An option that is given empty removes its setting.
Exit code: 0 when the file is written, 2 when a setting cannot be so.`;

/** `jubilee setup`: writes the settings file of a deployment. */
export function setupCommand(): Command {
  const command = new Command('setup').description('Write the settings of a deployment into a file, once.');
  for (const name of settingNames) {
    const { meaning, example } = describeSetting(name);
    command.addOption(new Option(`--${inKebabCase(name)} <value>`, `${meaning}, such as ${example}`));
  }
  return command
    .option('--yes', 'ask nothing: use the options and the existing file')
    .addOption(formatOption('text', 'json'))
    .addHelpText('after', explanation)
    .action(async ({ yes, format, stage, ...options }: Options) => {
      try {
        const outcome = await setUp({ ...readSettingsFile(stage), ...options }, { stage, asks: !yes });
        process.stdout.write(format === 'json' ? `${JSON.stringify(outcome)}\n` : outcomeWords(outcome));
      } catch (error) {
        command.error(`error: ${error instanceof Error ? error.message : error}`, { exitCode: 2 });
      }
    });
}

type Outcome = {
  readonly file: string;
  readonly settings: WrittenSettings;
  /** The domain's existing record, which a deployment must not touch. */
  readonly dmarcRecord?: string;
  /** The commands to run next; the first once per account and region. */
  readonly next: readonly string[];
};

async function setUp(
  written: WrittenSettings,
  { stage, asks }: { readonly stage: string | undefined; readonly asks: boolean },
): Promise<Outcome> {
  const answered = asks ? await ask(written) : written;
  const given = Object.fromEntries(Object.entries(answered).filter(([, value]) => value !== ''));
  const read = (settings: WrittenSettings) => readSettings((name) => (name === 'stage' ? stage : settings[name]));
  const settings = read(given);
  if (typeof settings === 'string') throw new Error(settings);
  const dmarcRecord = given.dmarc === undefined ? await lookUpDmarcRecord(settings) : undefined;
  const kept = dmarcRecord === undefined ? given : { ...given, dmarc: 'leave' };
  writeSettingsFile(stage, kept);
  const context = settings.stage === 'dev' ? ' -c stage=dev' : '';
  return {
    file: settingsFileName(stage),
    settings: kept,
    ...(dmarcRecord !== undefined && { dmarcRecord }),
    next: ['bootstrap', 'deploy'].map((command) => `npx cdk ${command}${context}`),
  };
}

/** Asks the questions. An empty answer keeps the value in brackets. Reads line by line, so that no piped answer is lost. */
async function ask(written: WrittenSettings): Promise<WrittenSettings> {
  const terminal = createInterface({ input: process.stdin });
  const lines = terminal[Symbol.asyncIterator]();
  const answered = { ...written };
  for (const name of questions) {
    const { meaning, example } = describeSetting(name);
    const known = String(written[name] ?? '');
    process.stderr.write(`${name}: ${meaning}, ${known === '' ? `such as ${example}` : `[${known}]`} `);
    const { done, value } = await lines.next();
    if (done) throw new Error('the questions were not answered: use --yes in scripts');
    answered[name] = value.trim() || known;
  }
  terminal.close();
  return answered;
}

/** Looks up the domain's DMARC record, which a deployment must not touch. If DNS does not answer, `doctor --before-deploy` checks again. */
async function lookUpDmarcRecord({ domain, identity }: Settings): Promise<string | undefined> {
  if (domain === undefined || identity === 'existing') return undefined;
  const records = await resolveTxt(`_dmarc.${domain}`).catch(() => []);
  return records.map((text) => text.join('')).find((text) => text.startsWith('v=DMARC1'));
}

function outcomeWords({ file, settings, dmarcRecord, next: [first, then] }: Outcome): string {
  const { domain } = settings;
  const kept = dmarcRecord === undefined ? '' : `${domain} has a DMARC record, which stays as it is: ${dmarcRecord}\n`;
  return `${kept}Wrote ${file}. Next: ${first} (once per account and region), then ${then}\n`;
}

function inKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
