import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { listen } from '../cli/local/listen.ts';
import { localAccount } from '../cli/local/local-account.ts';
import { bundle, functionNames } from '../infra/bundle.ts';
import { bundleModule } from './build.ts';
import { median } from './measure.ts';
import { judge, type Result } from './result.ts';
import { sdkOnly } from './sdk-only.ts';
import { withFolder } from './temporary.ts';

const ROUNDS = 9;

/** Measures the import of each function's bundle in a fresh process, beside a bundle of only the parts of the SDK that it uses. */
export function measureBundleImport(onProgress: (part: number) => void): Promise<Result[]> {
  return withFolder(async (folder) => {
    const names = functionNames(join(import.meta.dirname, '..', 'lambdas'));
    await bundle(join(folder, 'deployed'));
    const answering = await listen(
      createServer((_, response) => response.end(keys)),
      0,
    );
    const env = { ...account, AWS_ENDPOINT_URL: answering.url };
    const results: Result[] = [];
    for (const [done, name] of names.entries()) {
      onProgress(done / names.length);
      results.push(await measureFunction(name, folder, env));
    }
    await answering.close();
    return results;
  });
}

/** The response of the AWS stand-in: the parameter that some functions read during import. */
const keys = JSON.stringify({ Parameter: { Value: JSON.stringify({ current: 'x'.repeat(43) }) } });

const account = {
  AWS_REGION: localAccount.region,
  AWS_ACCESS_KEY_ID: localAccount.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localAccount.credentials.secretAccessKey,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
};

type Environment = Readonly<Record<string, string>>;

async function measureFunction(name: string, folder: string, env: Environment): Promise<Result> {
  const ours = join(folder, 'deployed', name, 'index.mjs');
  const { inputs } = await bundleModule({ name: `lambdas/${name}/handler.ts` }, join(folder, 'inputs', name));
  const yardstick = await bundleModule({ text: sdkOnly(inputs) }, join(folder, 'sdk', name));
  const complete = { ...env, ...(await missingVariables(ours, env)) };
  const samples: [number, number][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    samples.push([await cpuMsOfImport(ours, complete), await cpuMsOfImport(yardstick.file, complete)]);
  }
  const [first, second] = [0, 1].map((side) => median(samples.slice(1).map((sample) => sample[side] ?? Number.NaN)));
  const values = { value: first ?? Number.NaN, yardstick: second ?? Number.NaN };
  return judge(
    { name: `bundle-import: ${name}`, unit: 'ms CPU', beside: 'its SDK clients', ...values },
    { ratio: 1.5 },
  );
}

const run = promisify(execFile);

/** Finds the variables that a function requires, by importing it without them. */
async function missingVariables(file: string, env: Environment): Promise<Environment> {
  const { stderr } = await run(process.execPath, [file], { env }).catch((failure: { stderr: string }) => failure);
  const [, names = ''] = /^Error: Missing environment variables: ([A-Z_, ]+)$/m.exec(stderr) ?? [];
  return Object.fromEntries(names.split(', ').map((name) => [name, 'https://jubilee.example']));
}

async function cpuMsOfImport(file: string, env: Environment): Promise<number> {
  const script = `const before = process.cpuUsage(); await import('${pathToFileURL(file)}'); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000); process.exit()`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], { env });
  return Number(stdout);
}
