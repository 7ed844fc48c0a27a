import { readStackPlace, type StackPlace } from '../src/settings/settings.ts';
import { withSettingsFile } from '../src/settings/settings-file.ts';

/** The stack that the settings file of production names. A file with a fault names none: `cdk deploy` and `setup` say what the fault is. */
export function configuredStack(): Pick<StackPlace, 'stackName' | 'region'> {
  try {
    const place = readStackPlace(withSettingsFile(() => undefined));
    if (typeof place !== 'string') return place;
  } catch {
    // Reported by commands that need more of the file than the name of a stack.
  }
  return { stackName: 'Jubilee', region: undefined };
}
