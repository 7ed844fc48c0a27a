import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Choice, settingNames } from './settings.ts';

/** The content of a stage's settings file. */
export type WrittenSettings = Readonly<Record<string, unknown>>;

/** Returns the settings file of a stage, beside cdk.json. Each stage has its own, as values such as the site's name belong to one stage. */
export function settingsFileName(stage: unknown): string {
  return stage === 'dev' ? 'jubilee.config.dev.json' : 'jubilee.config.json';
}

/**
 * Reads the settings file of a stage; empty if there is no file.
 *
 * @throws Error with one line if it is not a JSON object or has an unknown setting
 */
export function readSettingsFile(stage: unknown): WrittenSettings {
  const file = settingsFileName(stage);
  if (!existsSync(file)) return {};
  const written = parse(file);
  const unknown = Object.keys(written).find((name) => !settingNames.some((known) => known === name));
  if (unknown !== undefined)
    throw new Error(`${file} has no setting "${unknown}": choose from ${settingNames.join(', ')}`);
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
  throw new Error(`${file} is not a JSON object of settings: recreate it with "npm run -s jubilee -- setup"`);
}
