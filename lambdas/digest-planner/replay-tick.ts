import type { RunTable } from '../../src/adapters/dynamodb/run-table.ts';
import type { TickSpan } from '../../src/domain/schedule.ts';
import { type Ports as DigestPorts, planDigests } from './plan-digests.ts';

type Ports = DigestPorts & { readonly runs: Pick<RunTable, 'of'> };

/** The digests that a replay queued again. */
export type Replay = { readonly ticks: TickSpan; readonly subscribers: number; readonly digests: number };

/**
 * Replays a past tick together with all ticks of its run: only then are the digests the same, so that none is sent twice.
 * `undefined` if no run of it is on record.
 */
export async function replayTick(tick: Date, ports: Ports): Promise<Replay | undefined> {
  const ticks = await ports.runs.of(tick);
  if (ticks === undefined) return undefined;
  const replay = { ticks: { after: ticks.after, through: ticks.through }, subscribers: 0, digests: 0 };
  for await (const page of planDigests(ticks, ports)) {
    replay.subscribers += page.subscribers;
    replay.digests += page.digests;
  }
  return replay;
}
