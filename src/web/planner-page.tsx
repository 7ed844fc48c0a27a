import type { PartialDate } from '../domain/calendar-date.ts';
import type { MilestonePolicy } from '../domain/milestone.ts';
import {
  type Outlook,
  type PlannedRegion,
  type PlannedYears,
  plannedRegions,
  plannedYears,
} from '../domain/outlook.ts';
import { type Pair, partiesOf, type StateCode } from '../domain/relation-event.ts';
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
  readonly region?: PlannedRegion | undefined;
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

/** What lies ahead of states, pairs, a region or the world on one page, to plan by and to print. */
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
  const [pair] = asked.pairs;
  const [one, other] = pair === undefined ? asked.states : partiesOf(pair);
  return (
    <form method="get" action={link(paths.planner)} class="filter">
      <LanguageField />
      <StateSelect label={words.state} chosen={one} none="" states={states} />
      <StateSelect
        name="with"
        label={words.partner}
        chosen={pair === undefined ? undefined : other}
        none={words.allPartners}
        states={states}
      />
      <div class="field">
        <label for="filter-region">{words.region}</label>
        <select id="filter-region" name="region">
          <option value="">{words.noRegion}</option>
          {plannedRegions.map((region) => (
            <option value={region} selected={region === asked.region}>
              {regionName(region, { reading, form })}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="filter-from">{words.firstMonth}</label>
        <input
          type="month"
          id="filter-from"
          name="from"
          value={asked.from ?? ''}
          pattern="\\d{4}-\\d{2}"
          aria-describedby="hint-from"
        />
        <p class="hint" id="hint-from">
          {words.firstMonthHint}
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
  const { link } = useReader();
  const { planner: words } = useReader().words.reading;
  const [of] = [...asked.states, ...asked.pairs, 'world'];
  const isOne = asked.states.length + asked.pairs.length === 1 || asked.region === 'world';
  const { years, policy } = queryOf(asked);
  return (
    <p class="take-along">
      {isOne && <a href={withQuery(`/calendars/${of}.ics`, { years, policy })}>{words.calendar}</a>}
      <a href={link(withQuery(paths.plannerCsv, queryOf(asked)))}>{words.csv}</a>
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

function nameOf({ states, pairs, region }: Planned, words: PageWords): string {
  if (region !== undefined) return regionName(region, words);
  return [...states.map(words.names.state), ...pairs.map((pair) => words.names.pair(pair))].join(', ');
}

function regionName(region: PlannedRegion, { reading, form }: Pick<PageWords, 'reading' | 'form'>): string {
  if (region === 'world') return reading.filter.wholeWorld;
  return form.region(region.charAt(0).toUpperCase() + region.slice(1));
}

/** The address in which the same is asked for again. */
function queryOf({ states, pairs, region, policy, years, from }: Planned) {
  return {
    region,
    state: states,
    pair: pairs,
    policy: policyInQuery(policy),
    years: years === 2 ? undefined : String(years),
    from,
  };
}
