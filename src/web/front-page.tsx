import { addDays, type CalendarDate, isDay } from '../domain/calendar-date.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { MilestoneFilter } from '../domain/preferences.ts';
import { capitalise } from '../wording/formats.ts';
import { Follow } from './follow.tsx';
import type { Frame } from './frame.ts';
import { FrontFilter } from './front-filter.tsx';
import { DayByDay, FoldedDays, MilestoneList, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { datePath, paths, withQuery } from './paths.ts';
import { toReader, useReader } from './reader.ts';
import { SubscribeCard, type Subscribing } from './subscribe-page.tsx';

type FrontPageProps = Subscribing & {
  /** The reader's choice, or the default. */
  readonly filter: MilestoneFilter;
  readonly today: CalendarDate;
  /** From today through 30 days later, soonest first (see `milestonesBetween`). */
  readonly milestones: readonly Milestone[];
  readonly sources: Reading['sources'];
};

/** Renders the front page: the milestones of today and the next 30 days, and the form to subscribe. */
export function frontPage(
  frame: Frame,
  { today, milestones, sources, filter, ...subscribing }: FrontPageProps,
): string {
  const { front, follow } = toReader(frame).words;
  const data = withQuery(paths.anniversaries, { from: today, to: addDays(today, 30) });
  const reading = { sources };
  const fallingOn = (isMeant: (date: string) => boolean) =>
    milestones.filter(({ date }) => isDay(date) && isMeant(date));
  const week = addDays(today, 7);
  return page(
    frame,
    { title: front.title, description: front.lede, canonical: paths.front },
    <>
      <div class="lead">
        <h1>{front.heading}</h1>
        <p>{front.lede}</p>
        <p>
          <a href="#follow">{follow.world.title}</a>
        </p>
      </div>
      <div class="front">
        <Today today={today} milestones={fallingOn((date) => date === today)} reading={reading} />
        <FrontFilter filter={filter} states={subscribing.states} />
        <SubscribeCard {...subscribing} />
        <div class="coming">
          <DayByDay
            heading={front.comingWeek}
            none={front.nothingInWeek}
            milestones={fallingOn((date) => date > today && date <= week)}
            reading={reading}
          />
          <FoldedDays
            heading={front.comingMonth}
            none={front.nothingInMonth}
            milestones={fallingOn((date) => date > week)}
            reading={reading}
          />
          <WithoutDay milestones={milestones.filter(({ date }) => !isDay(date))} reading={reading} />
        </div>
      </div>
      <Follow name="world" data={data} />
    </>,
  );
}

type ListProps = { readonly milestones: readonly Milestone[]; readonly reading: Reading };

function Today({ today, milestones, reading }: ListProps & Pick<FrontPageProps, 'today'>) {
  const {
    link,
    words: { dates, front },
  } = useReader();
  return (
    <section class="today">
      <h2>
        <span class="when">{front.today}</span>{' '}
        <a class="day-link" href={link(datePath(today))}>
          {capitalise(dates.dayWithWeekday(today))}
        </a>
      </h2>
      {milestones.length === 0 && <p class="quiet">{front.nothingToday}</p>}
      <MilestoneList milestones={milestones} reading={reading} />
    </section>
  );
}

function WithoutDay({ milestones, reading }: ListProps) {
  if (milestones.length === 0) return null;
  return (
    <section>
      <h2>{useReader().words.front.withoutDay}</h2>
      <MilestoneList milestones={milestones} reading={{ ...reading, tellsDate: true }} />
    </section>
  );
}
