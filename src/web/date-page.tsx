import { dayBeside, isDay, type PartialDate } from '../domain/calendar-date.ts';
import { type Milestone, type MilestonePolicy, namedPolicies } from '../domain/milestone.ts';
import type { MilestoneFilter } from '../domain/preferences.ts';
import type { FormMessages } from '../wording/form-messages.ts';
import type { Frame } from './frame.ts';
import { MilestoneList, type Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { datePath, paths, withQuery } from './paths.ts';
import { readerOf, useReader } from './reader.ts';
import { Steps } from './steps.tsx';

type DatePageProps = {
  /** A day, or a month or a year of which no day is recorded. */
  readonly date: PartialDate;
  readonly milestones: readonly Milestone[];
  readonly sources: Reading['sources'];
  readonly filter: Pick<MilestoneFilter, 'states' | 'policy'>;
};

/** What falls on a date, by policy, with the days beside it: where a digest leads that could not hold it all. */
export function datePage(frame: Frame, fallen: DatePageProps): string {
  const { date, milestones, sources, filter } = fallen;
  const {
    link,
    words: { dates, names, form, reading, date: words },
  } = readerOf(frame);
  const heading = dates.observed(date);
  const isEverything = filter.policy === 'every' && filter.states.length === 0;
  const none = isEverything ? words.none : reading.day.noneOfThese;
  const lede = filter.policy === 'every' ? words.lede : policyWords(filter.policy, form);
  return page(
    frame,
    { title: heading, description: words.lede, canonical: datePath(date) },
    <>
      <div class="lead">
        <h1>{heading}</h1>
        {filter.states.length > 0 && <p>{filter.states.map(names.state).join(', ')}</p>}
        <p>{milestones.length === 0 ? none : lede}</p>
      </div>
      <Policies {...fallen} />
      <DaysBeside {...fallen} />
      <MilestoneList milestones={milestones} reading={{ sources }} />
      <p class="take-along">
        <a href={link(paths.front)}>{words.toFront}</a>
        {isDay(date) && <a href={link(datePath(date.slice(5)))}>{reading.day.allYears(date.slice(5))}</a>}
      </p>
    </>,
  );
}

/** The same date under each policy. */
function Policies({ date, filter }: DatePageProps) {
  const {
    link,
    words: { reading, form },
  } = useReader();
  return (
    <nav class="policies" aria-label={reading.day.policies}>
      {namedPolicies.toReversed().map((policy) => (
        <a
          href={link(
            withQuery(datePath(date), { policy: policy === 'every' ? undefined : policy, state: filter.states }),
          )}
          aria-current={policy === filter.policy ? 'page' : undefined}
        >
          {form.policies[policy].label}
        </a>
      ))}
    </nav>
  );
}

function DaysBeside({ date, filter }: DatePageProps) {
  if (!isDay(date)) return null;
  const {
    dates,
    reading: { day: words },
  } = useReader().words;
  const policy = typeof filter.policy === 'string' && filter.policy !== 'every' ? filter.policy : undefined;
  const step = (days: number, label: string) => {
    const beside = dayBeside(date, days);
    if (beside === undefined) return undefined;
    const href = withQuery(datePath(beside), { policy, state: filter.states });
    return { href, label, name: dates.date(beside) };
  };
  return <Steps previous={step(-1, words.previous)} next={step(1, words.next)} />;
}

function policyWords(policy: MilestonePolicy, { policies, policy: legend }: FormMessages): string {
  return typeof policy === 'string' ? policies[policy].meaning : legend;
}
