import type { AppliedChange } from '../../domain/correction.ts';
import type { Span } from '../../domain/milestone.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { Head } from './relation-rows.ts';

/** Lists the changes that count from a day of the span; the head records when each release was applied here. */
export async function changesApplied(
  { releases }: Pick<Head, 'releases'>,
  span: Span,
  changedBy: (release: string) => Promise<readonly Timeline[]>,
): Promise<AppliedChange[]> {
  const applied = Object.entries(releases).filter(([, day]) => span.from <= day && day <= span.through);
  const found = await Promise.all(
    applied.map(async ([release, appliedOn]) =>
      (await changedBy(release)).flatMap((timeline) =>
        (timeline.changes ?? [])
          .filter((change) => change.release === release)
          .map((change) => ({ change, appliedOn, timeline })),
      ),
    ),
  );
  return found.flat();
}
