import { dayBeside, isDay, type PartialDate } from '../domain/calendar-date.ts';
import type { Milestone, MilestonePolicy } from '../domain/milestone.ts';
import { defaultPreferences, type MilestoneFilter } from '../domain/preferences.ts';
import type { FormMessages } from '../wording/form-messages.ts';
import { capitalise } from '../wording/formats.ts';
import { entryTitle } from '../wording/milestone-words.ts';
import type { Frame } from './frame.ts';
import { MilestoneList, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { datePath, pairPath, paths } from './paths.ts';
import { fallingOn, Policies } from './policies.tsx';
import { toReader, useReader } from './reader.ts';
import { Steps } from './steps.tsx';

type DatePageProps = {
  /** A day, or a month or year without a known day. */
  readonly date: PartialDate;
  readonly milestones: readonly Milestone[];
  readonly sources: Reading['sources'];
  readonly filter: Pick<MilestoneFilter, 'states' | 'policy'>;
};

/** Renders the milestones of a date, by policy, with links to the adjacent days. */
export function datePage(frame: Frame, fallen: DatePageProps): string {
  const { date, milestones, sources, filter } = fallen;
  const {
    link,
    words: { dates, names, form, reading, front, date: words },
  } = toReader(frame);
  const monthly = date.length === 7;
  const heading = capitalise(monthly ? dates.date(date) : dates.observed(date));
  const isEverything = filter.policy === 'every' && filter.states.length === 0;
  const none = isEverything ? words.none : reading.day.noneOfThese;
  const some = monthly ? words.inMonth : chooseLede(filter.policy, words.lede, form);
  const isOnDate = (milestone: Milestone) => milestone.date === date;
  return page(
    frame,
    { title: heading, description: words.lede, canonical: datePath(date) },
    <>
      <div class="lead">
        <h1>{heading}</h1>
        {filter.states.length > 0 && <p>{filter.states.map(names.state).join(', ')}</p>}
        <p>{milestones.length === 0 ? none : some}</p>
      </div>
      <Policies path={datePath(date)} filter={filter} usual={monthly ? 'fives' : 'every'} />
      <DaysBeside {...fallen} />
      {monthly && milestones.some(isOnDate) && <h2>{front.withoutDay}</h2>}
      <MilestoneList milestones={milestones.filter(isOnDate)} reading={{ sources }} />
      {monthly && <Days milestones={milestones.filter(({ date: day }) => isDay(day))} filter={filter} />}
      <p class="take-along">
        <a href={link(paths.front)}>{words.toFront}</a>
        {isDay(date) && <a href={link(datePath(date.slice(5)))}>{reading.day.allYears(date.slice(5))}</a>}
      </p>
    </>,
  );
}

/** The days of a month, each a link to its page, with its milestones in a line each. */
function Days({ milestones, filter }: Pick<DatePageProps, 'milestones' | 'filter'>) {
  const {
    link,
    language,
    words: { dates },
  } = useReader();
  const days = [...new Set(milestones.map(({ date }) => date))];
  return days.map((day) => (
    <section>
      <h2 class="day">
        <a class="day-link" href={link(fallingOn(day, filter))}>
          {dates.observed(day)}
        </a>
      </h2>
      <ul>
        {milestones
          .filter(({ date }) => date === day)
          .map((milestone) => (
            <li>
              <a href={link(pairPath(milestone.timeline.pair))}>
                {entryTitle(milestone, { language, leapDay: defaultPreferences.leapDay })}
              </a>
            </li>
          ))}
      </ul>
    </section>
  ));
}

function DaysBeside({ date, filter }: DatePageProps) {
  if (!isDay(date)) return null;
  const {
    dates,
    reading: { day: words },
  } = useReader().words;
  const step = (days: number, label: string) => {
    const beside = dayBeside(date, days);
    if (beside === undefined) return undefined;
    return { href: fallingOn(beside, filter), label, name: dates.date(beside) };
  };
  return <Steps previous={step(-1, words.previous)} next={step(1, words.next)} />;
}

function chooseLede(policy: MilestonePolicy, every: string, { policies, policy: legend }: FormMessages): string {
  if (policy === 'every') return every;
  return typeof policy === 'string' ? policies[policy].meaning : legend;
}
