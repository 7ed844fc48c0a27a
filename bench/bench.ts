import { Presets, SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { table } from '../cli/table.ts';
import { inFigures, type Result } from './result.ts';
import { rows } from './rows.ts';

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

const rowNames = Object.keys(rows);

type Options = { readonly json?: boolean; readonly row: readonly string[] };

await new Command('npm run bench --')
  .description(
    'Measure Jubilee, each row beside a yardstick in the same run. A missed target is printed; it does not fail the run.',
  )
  .option('--json', 'print an array instead of a table')
  .option('--row <name>', `measure one only: ${rowNames.join(', ')}; may be repeated`, readRow, [])
  .action(run)
  .parseAsync();

async function run({ json, row }: Options): Promise<void> {
  const wanted = row.length > 0 ? row : rowNames;
  const results = await measureAll(wanted);
  process.stdout.write(json ? `${JSON.stringify(results, null, 2)}\n` : formatResults(results));
}

/** Measures rows one after another, with a progress bar on a terminal. */
async function measureAll(names: readonly string[]): Promise<Result[]> {
  const bar = new SingleBar(
    { format: '{bar} {percentage}% {name}', clearOnComplete: true, stopOnComplete: true },
    Presets.rect,
  );
  const results: Result[] = [];
  bar.start(names.length, 0);
  for (const [done, name] of names.entries()) {
    bar.update(done, { name });
    const measure = await rows[name]?.();
    results.push(...((await measure?.((part) => bar.update(done + part, { name }))) ?? []));
  }
  bar.stop();
  return results;
}

function formatResults(results: readonly Result[]): string {
  const lines = results.map(({ name, value, unit, yardstick, beside, ratio, target, met }) => [
    name,
    `${inFigures(value)} ${unit}`,
    `${beside}: ${inFigures(yardstick)} ${unit}`,
    inFigures(ratio),
    target,
    met === null ? '' : verdict(met),
  ]);
  return table(['row', 'value', 'yardstick', 'ratio', 'target', ''], lines);
}

function verdict(met: boolean): string {
  return met ? 'met' : 'MISSED';
}

function readRow(name: string, earlier: readonly string[]): string[] {
  if (name in rows) return [...earlier, name];
  throw new InvalidArgumentError(`It must be one of ${rowNames.join(', ')}.`);
}
