import { readStackPlace, type StackPlace } from '../src/settings/settings.ts';
import { withSettingsFile } from '../src/settings/settings-file.ts';

/** Returns the stack in the settings file of production. Ignores a faulty file: `cdk deploy` and `setup` report the fault. */
export function configuredStack(): Pick<StackPlace, 'stackName' | 'region'> {
  try {
    const place = readStackPlace(withSettingsFile(() => undefined));
    if (typeof place !== 'string') return place;
  } catch {
    // Commands that need more of the file than the name of a stack report this.
  }
  return { stackName: 'Jubilee', region: undefined };
}
