import type { RelationsTable } from '../adapters/dynamodb/relations-table.ts';
import { type DayKey, dayKeysDue } from '../domain/day-key.ts';
import type { Span } from '../domain/milestone.ts';
import type { Timeline } from '../domain/timeline.ts';

export type TimelinesDue = ReturnType<typeof timelinesDue>;

/** How many answers are remembered: subscribers have few sets of lead times among them. */
const MAX_ANSWERS = 1_000;

/**
 * Finds the timelines of which a digest may tell, by the days that its lead times point at.
 * A day that was read once is not read again, and a question is answered once, so one of these serves one run.
 */
export function timelinesDue(relations: Pick<RelationsTable, 'onDays'>) {
  const days = new Map<DayKey, Promise<readonly Timeline[]>>();
  const answers = new Map<string, Promise<readonly Timeline[]>>();

  function onDay(key: DayKey): Promise<readonly Timeline[]> {
    const timelines = days.get(key) ?? relations.onDays([key]);
    days.set(key, timelines);
    return timelines;
  }

  async function find(coverage: Span, leadTimes: readonly number[]): Promise<readonly Timeline[]> {
    const timelines = await Promise.all(dayKeysDue(coverage, leadTimes).map(onDay));
    return [...new Map(timelines.flat().map((timeline) => [timeline.pair, timeline])).values()];
  }

  return (coverage: Span, leadTimes: readonly number[]): Promise<readonly Timeline[]> => {
    const question = `${coverage.from} ${coverage.through} ${leadTimes}`;
    const answer = answers.get(question) ?? find(coverage, leadTimes);
    if (answers.size < MAX_ANSWERS) answers.set(question, answer);
    return answer;
  };
}
