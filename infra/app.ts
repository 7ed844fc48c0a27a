import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { AnniversaryStack } from './anniversary-stack.ts';
import { bundle } from './bundle.ts';
import { readSettings } from './settings.ts';

const app = new App({ analyticsReporting: false });
const settings = readSettings((name) => app.node.tryGetContext(name));

if (typeof settings === 'string') {
  console.error(settings);
  process.exit(1);
}

const bundles = join(import.meta.dirname, '..', 'dist');
await bundle(bundles);
new AnniversaryStack(app, 'Jubilee', { ...settings, bundles });
Validations.of(app).addPlugins(
  new AwsSolutionsChecks(app, { verbose: true }),
  new ServerlessChecks(app, { verbose: true }),
);
