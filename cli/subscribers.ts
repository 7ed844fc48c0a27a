import { Command } from 'commander';
import { eraseCommand } from './subscribers/erase.ts';
import { exportCommand } from './subscribers/export.ts';
import { importCommand } from './subscribers/import.ts';
import { showCommand } from './subscribers/show.ts';

const whichTables = `
The tables are those of the stack in AWS, or those of "jubilee start" once the variables that it prints are set.`;

/** `jubilee subscribers`: manages subscribers. */
export function subscribersCommand(): Command {
  const subscribers = new Command('subscribers').description('Imports, exports, shows and erases subscribers.');
  for (const command of [importCommand(), exportCommand(), showCommand(), eraseCommand()]) {
    subscribers.addCommand(command.addHelpText('after', whichTables));
  }
  return subscribers;
}
