import { duePath } from '../domain/due-path.ts';
import type { DueMilestone, Span } from '../domain/milestone.ts';
import type { DueFilter } from '../domain/preferences.ts';
import type { Frame } from './frame.ts';
import { DayByDay, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { toReader, useReader } from './reader.ts';
import { Steps } from './steps.tsx';

type DuePageProps = {
  /** The days that a digest covers, and its reader's filter. */
  readonly span: Span;
  readonly filter: DueFilter;
  /** The milestones on this page. */
  readonly milestones: readonly DueMilestone[];
  readonly count: number;
  /** The number of the page, from 1, and whether another follows. */
  readonly number: number;
  readonly hasMore: boolean;
  readonly sources: Reading['sources'];
};

/** Renders the full list behind a digest that is too long for one mail. Its address reveals what the reader follows. */
export function duePage(frame: Frame, due: DuePageProps): string {
  const { span, filter, milestones, count, number, hasMore, sources } = due;
  const { digests } = toReader(frame).words;
  const step = (at: number) => ({
    href: `${duePath(span, filter)}&page=${at}`,
    label: digests.toPrepare,
    name: `${at}`,
  });
  return page(
    frame,
    { title: digests.toPrepare, isPersonal: true },
    <>
      <div class="lead">
        <h1>{digests.toPrepare}</h1>
        <Following filter={filter} />
      </div>
      <DayByDay
        heading={digests.count(count)}
        none={digests.nothingDue}
        milestones={milestones}
        reading={{ sources }}
      />
      <Steps previous={number > 1 ? step(number - 1) : undefined} next={hasMore ? step(number + 1) : undefined} />
    </>,
  );
}

function Following({ filter }: Pick<DuePageProps, 'filter'>) {
  const { footer } = useReader().words.digests;
  const { kinds, policy, leadTimes } = filter;
  return [footer.follows(filter), footer.kinds(kinds), footer.policy(policy), footer.leadTimes(leadTimes)].map(
    (line) => <p class="quiet">{line}</p>,
  );
}
