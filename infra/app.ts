import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Annotations, App, CfnWaitConditionHandle, Stack, Validations } from 'aws-cdk-lib';
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
  const settings = readSettings(choice);
  if (typeof settings === 'string') return refuseDeployment(stackAt(place), settings);

  const data = join(import.meta.dirname, '..', 'data');
  const stale = staleFile((name) => readFileSync(join(data, name), 'utf8'));
  if (stale !== undefined) return refuseDeployment(stackAt(place), stale);

  const bundles = join(import.meta.dirname, '..', 'dist');
  await bundle(bundles);
  new AnniversaryStack(app, { ...settings, bundles });
  Validations.of(app).addPlugins(
    new AwsSolutionsChecks(app, { verbose: true }),
    new ServerlessChecks(app, { verbose: true }),
  );
}

function stackAt({ stackName, region }: StackPlace): Stack {
  return new Stack(app, stackName, region ? { env: { region } } : {});
}

/** Stops `deploy`, `diff` and `synth` with the fault, and leaves `bootstrap` and `destroy` alone: they need only the name of the stack. */
function refuseDeployment(stack: Stack, fault: string): void {
  new CfnWaitConditionHandle(stack, 'Nothing');
  Annotations.of(stack).addError(fault);
}
