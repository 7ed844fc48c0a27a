import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, App, CfnWaitConditionHandle, Stack, Validations } from 'aws-cdk-lib';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { staleFile } from '../src/dataset/stale-files.ts';
import { readSettings, readStackPlace, type StackPlace } from '../src/settings/settings.ts';
import { withSettingsFile } from '../src/settings/settings-file.ts';
import { AnniversaryStack } from './anniversary-stack.ts';
import { bundle } from './bundle.ts';

const app = new App({ analyticsReporting: false });
try {
  await addStack();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function addStack(): Promise<void> {
  const choice = withSettingsFile((name) => app.node.tryGetContext(name));
  const place = readStackPlace(choice);
  if (typeof place === 'string') throw new Error(place);
  if (app.node.tryGetContext(BUNDLING_STACKS)?.length === 0) return void emptyStackAt(place);
  const settings = readSettings(choice);
  if (typeof settings === 'string') return refuseDeployment(place, settings);

  const data = join(import.meta.dirname, '..', 'data');
  const stale = staleFile((name) => readFileSync(join(data, name), 'utf8'));
  if (stale !== undefined) return refuseDeployment(place, stale);

  const bundles = join(import.meta.dirname, '..', 'dist');
  await bundle(bundles);
  new AnniversaryStack(app, { ...settings, bundles });
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new ServerlessChecks(app, { verbose: true }),
  );
}

/** Creates an empty stack with its name only: enough for commands that bundle nothing, such as `bootstrap` and `destroy`. */
function emptyStackAt({ stackName, region }: StackPlace): Stack {
  const stack = new Stack(app, stackName, region ? { env: { region } } : {});
  new CfnWaitConditionHandle(stack, 'Nothing');
  return stack;
}

/** Stops `deploy`, `diff` and `synth` with the fault. */
function refuseDeployment(place: StackPlace, fault: string): void {
  Annotations.of(emptyStackAt(place)).addError(fault);
}
