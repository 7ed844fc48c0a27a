import type { PartialDate } from '../domain/calendar-date.ts';
import type { MilestonePolicy } from '../domain/milestone.ts';
import { type Outlook, type PlannedYears, plannedYears } from '../domain/outlook.ts';
import type { Pair, StateCode } from '../domain/relation-event.ts';
import type { State } from '../domain/state.ts';
import type { PageWords } from '../wording/pages.ts';
import type { Frame } from './frame.ts';
import { LanguageField } from './in-language.tsx';
import type { Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { paths, policyInQuery, withQuery } from './paths.ts';
import { PlanMonths } from './plan-months.tsx';
import { PolicySelect } from './policy-select.tsx';
import { readerOf, useReader } from './reader.ts';
import { StateSelect } from './state-select.tsx';
import { Steps } from './steps.tsx';

/** What the planner is asked for. */
type Planned = {
  readonly states: readonly StateCode[];
  readonly pairs: readonly Pair[];
  readonly policy: MilestonePolicy;
  readonly years: PlannedYears;
  /** The first month; today's by default. */
  readonly from?: PartialDate | undefined;
};

type PlannerProps = {
  readonly asked: Planned;
  /** Absent until somebody is chosen. */
  readonly plan: Outlook | undefined;
  readonly states: readonly State[];
  readonly sources: Reading['sources'];
};

/** What lies ahead of a state or of some pairs on one page, to plan by and to print. */
export function plannerPage(frame: Frame, { asked, plan, states, sources }: PlannerProps): string {
  const { planner: words } = readerOf(frame).words.reading;
  const name = nameOf(asked, readerOf(frame).words);
  const title = plan === undefined ? words.title : words.heading(name);
  return page(
    frame,
    { title, description: words.description, canonical: withQuery(paths.planner, queryOf(asked)) },
    <>
      <div class="lead">
        <h1>{title}</h1>
        {plan === undefined ? <p>{words.lede}</p> : <Summary plan={plan} />}
      </div>
      <Choice asked={asked} states={states} />
      {plan && <TakeAlong asked={asked} />}
      {plan && <PlanMonths plan={plan} asked={asked} states={states} reading={{ sources }} />}
      {plan?.nextMonth && <Later asked={asked} month={plan.nextMonth} />}
      {plan && <p class="quiet about">{words.aboutCapitals}</p>}
    </>,
  );
}

function Summary({ plan }: { plan: Outlook }) {
  const { planner: words } = useReader().words.reading;
  const dated = plan.months.reduce((sum, { milestones }) => sum + milestones.length, 0);
  const counts = { milestones: dated + plan.withoutMonth.length, busyWeeks: plan.busyWeeks.length };
  return (
    <>
      <p>{words.span(plan.span)}</p>
      <p>{words.summary(counts)}</p>
    </>
  );
}

function Choice({ asked, states }: Pick<PlannerProps, 'asked' | 'states'>) {
  const {
    link,
    words: { reading, form },
  } = useReader();
  const words = reading.planner;
  return (
    <form method="get" action={link(paths.planner)} class="filter">
      <LanguageField />
      <StateSelect label={words.state} chosen={asked.states[0]} none="" states={states} />
      <div class="field">
        <label for="filter-pair">{words.pairs}</label>
        <input
          type="text"
          id="filter-pair"
          name="pair"
          value={asked.pairs.join(', ')}
          autocomplete="off"
          aria-describedby="hint-pair"
        />
        <p class="hint" id="hint-pair">
          {words.pairsHint}
        </p>
      </div>
      <div class="field">
        <label for="filter-years">{words.years}</label>
        <select id="filter-years" name="years">
          {plannedYears.map((count) => (
            <option value={count} selected={count === asked.years}>
              {words.yearsOf(count)}
            </option>
          ))}
        </select>
      </div>
      <PolicySelect label={form.policy} chosen={asked.policy} />
      <button type="submit">{words.show}</button>
    </form>
  );
}

function TakeAlong({ asked }: Pick<PlannerProps, 'asked'>) {
  const { planner: words } = useReader().words.reading;
  const [of] = [...asked.states, ...asked.pairs];
  const isOne = asked.states.length + asked.pairs.length === 1;
  const { years, policy } = queryOf(asked);
  return (
    <p class="take-along">
      {isOne && <a href={withQuery(`/calendars/${of}.ics`, { years, policy })}>{words.calendar}</a>}
      <a href={withQuery(paths.plannerCsv, queryOf(asked))}>{words.csv}</a>
    </p>
  );
}

/** Leads to the months that did not fit on the page. */
function Later({ asked, month }: Pick<PlannerProps, 'asked'> & { month: PartialDate }) {
  const { link, words } = useReader();
  const href = link(withQuery(paths.planner, queryOf({ ...asked, from: month })));
  return (
    <Steps
      previous={undefined}
      next={{ href, label: words.reading.planner.later, name: words.dates.observed(month) }}
    />
  );
}

function nameOf({ states, pairs }: Planned, { names }: PageWords): string {
  return [...states.map(names.state), ...pairs.map((pair) => names.pair(pair))].join(', ');
}

/** The address in which the same is asked for again. */
function queryOf({ states, pairs, policy, years, from }: Planned) {
  return {
    state: states,
    pair: pairs,
    policy: policyInQuery(policy),
    years: years === 2 ? undefined : String(years),
    from,
  };
}
