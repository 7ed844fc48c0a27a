import type { Confidence } from '../../domain/confidence.ts';

const [BEGIN, END] = ['<!-- calibration: written by jubilee data calibrate -->', '<!-- end of calibration -->'];

/** Writes the measured shares between the two marks of `data/README.md`; changes nothing without marks. */
export function withCalibration(readme: string, measured: readonly Confidence[]): string {
  const [before, rest = ''] = readme.split(BEGIN);
  const [, after] = rest.split(END);
  return after === undefined ? readme : `${before}${BEGIN}\n\n${formatTable(measured)}\n${END}${after}`;
}

function formatTable(measured: readonly Confidence[]): string {
  const head =
    '| evidence | era | another day on file | held | share | 95 % interval | pooled |\n| --- | --- | --- | --- | --- | --- | --- |\n';
  return head + measured.map(formatRow).join('');
}

function formatRow({ evidence, era, opposed, compared, held, share, low, high, pooled }: Confidence): string {
  const pool = pooled === 'nothing' ? '' : pooled;
  const cells = [
    evidence,
    era,
    opposed ? 'yes' : 'no',
    `${held} of ${compared}`,
    percent(share),
    `${percent(low)}–${percent(high)}`,
    pool,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
