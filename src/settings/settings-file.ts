import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Choice, settingNames } from './settings.ts';

/** What the settings file of a stage holds. */
export type WrittenSettings = Readonly<Record<string, unknown>>;

/** The settings of each stage stand in a file of their own beside cdk.json: values such as the site's name belong to one stage only. */
export function settingsFileName(stage: unknown): string {
  return stage === 'dev' ? 'jubilee.config.dev.json' : 'jubilee.config.json';
}

/**
 * The settings in the file of the stage; none where there is no file.
 *
 * @throws Error with one line when it is no JSON object or names a setting that does not exist
 */
export function readSettingsFile(stage: unknown): WrittenSettings {
  const file = settingsFileName(stage);
  if (!existsSync(file)) return {};
  const written = parse(file);
  const unknown = Object.keys(written).find((name) => !settingNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`${file} has no setting "${unknown}": it knows ${settingNames.join(', ')}`);
  return written;
}

export function writeSettingsFile(stage: unknown, settings: WrittenSettings): void {
  writeFileSync(settingsFileName(stage), `${JSON.stringify(settings, null, 2)}\n`);
}

/** Looks a setting up on the command line first, then in the file of the stage. @throws Error as `readSettingsFile` */
export function withSettingsFile(commandLine: Choice): Choice {
  const written = readSettingsFile(commandLine('stage'));
  return (name) => commandLine(name) ?? written[name];
}

function parse(file: string): WrittenSettings {
  try {
    const written: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof written === 'object' && written !== null && !Array.isArray(written)) return { ...written };
  } catch {
    // Reported below like any other file without settings.
  }
  throw new Error(`${file} is not a JSON object of settings: write it anew with "npm run -s jubilee -- setup"`);
}
