import type { PartialDate } from '../domain/calendar-date.ts';
import type { Milestone } from '../domain/milestone.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { MilestoneList, type Reading } from './milestone-list.tsx';
import { type Frame, page } from './page.tsx';
import { paths } from './paths.ts';

type Fallen = {
  /** A day, or a month or a year of which no day is recorded. */
  readonly date: PartialDate;
  readonly milestones: readonly Milestone[];
  readonly sources: Reading['sources'];
};

/** Everything that falls on a date: where a digest leads that could not hold it all. */
export function datePage(frame: Frame, { date, milestones, sources }: Fallen): string {
  const { dates } = wordingIn(frame.language);
  const words = pagesIn(frame.language).date;
  const heading = dates.observed(date);
  return page(
    frame,
    { title: heading },
    <>
      <div class="lead">
        <h1>{heading}</h1>
        <p>{milestones.length === 0 ? words.none : words.lede}</p>
      </div>
      <MilestoneList milestones={milestones} reading={{ language: frame.language, sources }} />
      <p>
        <a class="button plain" href={paths.front}>
          {words.toFront}
        </a>
      </p>
    </>,
  );
}
