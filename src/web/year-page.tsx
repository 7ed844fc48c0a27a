import { eachOnce } from '../domain/anniversaries.ts';
import { type CalendarDate, isDay } from '../domain/calendar-date.ts';
import { busiestDays, heatMap } from '../domain/heat-map.ts';
import type { Milestone } from '../domain/milestone.ts';
import type { MilestoneFilter } from '../domain/preferences.ts';
import { capitalise } from '../wording/formats.ts';
import type { Frame } from './frame.ts';
import { page } from './page.tsx';
import { yearPath } from './paths.ts';
import { fallingOn, Policies, withPolicy } from './policies.tsx';
import { toReader } from './reader.ts';
import { Steps } from './steps.tsx';
import { YearMap } from './year-map.tsx';

const BUSIEST = 5;

type YearPageProps = {
  readonly year: number;
  readonly milestones: readonly Milestone[];
  readonly filter: Pick<MilestoneFilter, 'states' | 'policy'>;
  readonly today: CalendarDate;
  /** The previous and the next year, if they have pages. */
  readonly beside: { readonly previous: number | undefined; readonly next: number | undefined };
};

/** Renders a year of the world: its busy and its quiet days. */
export function yearPage(frame: Frame, { year, milestones, beside, filter, today }: YearPageProps): string {
  const { link } = toReader(frame);
  const { year: words } = toReader(frame).words.reading;
  const { dates, digests, names } = toReader(frame).words;
  const map = heatMap(milestones);
  const once = [...eachOnce(milestones)];
  const onDays = once.filter(({ date }) => isDay(date)).length;
  const linkTo = (date: string) => fallingOn(date, filter);
  const inYear = (beside: number) => withPolicy(yearPath(beside), filter, 'fives');
  return page(
    frame,
    { title: words.title(year), description: words.description(year), canonical: yearPath(year) },
    <>
      <div class="lead">
        <h1>{words.title(year)}</h1>
        {filter.states.length > 0 && <p>{filter.states.map(names.state).join(', ')}</p>}
        <p>{words.lede({ milestones: onDays, days: map.days.size })}</p>
      </div>
      <Policies path={yearPath(year)} filter={filter} usual="fives" />
      <Steps
        previous={
          beside.previous && { href: inYear(beside.previous), label: words.previous, name: String(beside.previous) }
        }
        next={beside.next && { href: inYear(beside.next), label: words.next, name: String(beside.next) }}
      />
      <YearMap year={year} map={map} linkTo={linkTo} today={today} />
      <section class="block">
        <h2>{words.busiest}</h2>
        <ol class="busiest">
          {busiestDays(map, BUSIEST).map(([day, count]) => (
            <li>
              <a href={link(linkTo(day))}>{capitalise(dates.dayWithWeekday(day))}</a>{' '}
              <span class="quiet">{digests.count(count)}</span>
            </li>
          ))}
        </ol>
        <p class="quiet">{words.withoutDay(once.length - onDays)}</p>
      </section>
    </>,
  );
}
