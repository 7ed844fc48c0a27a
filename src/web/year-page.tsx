import { isDay } from '../domain/calendar-date.ts';
import { busiestDays, heatMap } from '../domain/heat-map.ts';
import type { Milestone } from '../domain/milestone.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { type Frame, page } from './page.tsx';
import { datePath, withQuery, yearPath } from './paths.ts';
import { Steps } from './steps.tsx';
import { YearMap } from './year-map.tsx';

const BUSIEST = 5;

type Year = {
  readonly year: number;
  readonly milestones: readonly Milestone[];
  /** The years before and after, where there are such pages. */
  readonly beside: { readonly previous: number | undefined; readonly next: number | undefined };
};

/** The world's year: which days are full of anniversaries and which are quiet. */
export function yearPage(frame: Frame, { year, milestones, beside }: Year): string {
  const { year: words } = pagesIn(frame.language).reading;
  const { dates, digests } = wordingIn(frame.language);
  const map = heatMap(milestones);
  const onDays = milestones.filter(({ date }) => isDay(date)).length;
  const linkTo = (day: string) => withQuery(datePath(day), { policy: 'fives' });
  return page(
    frame,
    { title: words.title(year), description: words.description(year), canonical: yearPath(year) },
    <>
      <div class="lead">
        <h1>{words.title(year)}</h1>
        <p>{words.lede({ milestones: onDays, days: map.days.size })}</p>
      </div>
      <Steps
        previous={
          beside.previous && { href: yearPath(beside.previous), label: words.previous, name: String(beside.previous) }
        }
        next={beside.next && { href: yearPath(beside.next), label: words.next, name: String(beside.next) }}
      />
      <YearMap year={year} map={map} linkTo={linkTo} language={frame.language} />
      <section class="block">
        <h2>{words.busiest}</h2>
        <ol class="busiest">
          {busiestDays(map, BUSIEST).map(([day, count]) => (
            <li>
              <a href={linkTo(day)}>{dates.dayWithWeekday(day)}</a> <span class="quiet">{digests.count(count)}</span>
            </li>
          ))}
        </ol>
        <p class="quiet">{words.withoutDay(milestones.length - onDays)}</p>
      </section>
    </>,
  );
}
