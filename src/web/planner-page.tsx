import { eachOnce } from '../domain/anniversaries.ts';
import type { PartialDate } from '../domain/calendar-date.ts';
import type { MilestonePolicy } from '../domain/milestone.ts';
import type { Outlook, PlannedRegion, PlannedYears } from '../domain/outlook.ts';
import { type Pair, partiesOf, type StateCode } from '../domain/relation-event.ts';
import type { State } from '../domain/state.ts';
import type { PageWords } from '../wording/pages.ts';
import { mendingLines } from './error-page.tsx';
import type { Frame } from './frame.ts';
import type { Reading } from './milestone-list.tsx';
import { page } from './page.tsx';
import { paths, policyInQuery, withQuery } from './paths.ts';
import { PlanMonths } from './plan-months.tsx';
import { PlannerChoice, type PlannerFault, type PlannerForm, regionName } from './planner-form.tsx';
import { toReader, useReader } from './reader.ts';
import { Steps } from './steps.tsx';

/** The planner's query. */
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
  /** Absent until a state is chosen. */
  readonly plan: Outlook | undefined;
  readonly states: readonly State[];
  readonly sources: Reading['sources'];
};

/** Renders the coming milestones of states, pairs, a region or the world on one page, to plan with and to print. */
export function plannerPage(frame: Frame, { asked, plan, states, sources }: PlannerProps): string {
  const { words } = toReader(frame);
  const { planner } = words.reading;
  const title = plan === undefined ? planner.title : planner.heading(namePlanned(asked, words));
  return page(
    frame,
    { title, description: planner.description, canonical: withQuery(paths.planner, toQuery(asked)) },
    <>
      <div class="lead">
        <h1>{title}</h1>
        {plan === undefined ? <p>{planner.lede}</p> : <Summary plan={plan} />}
      </div>
      <PlannerChoice form={toForm(asked, words)} />
      {plan && <TakeAlong asked={asked} />}
      {plan && <PlanMonths plan={plan} asked={asked} states={states} reading={{ sources }} />}
      {plan?.nextMonth && <Later asked={asked} month={plan.nextMonth} />}
      {plan && <p class="quiet about">{planner.aboutCapitals}</p>}
    </>,
  );
}

/** Renders the form with the faults of its query. */
export function faultyPlannerPage(frame: Frame, form: PlannerForm): string {
  const { words } = toReader(frame);
  const { title, lede } = words.reading.planner;
  const isInForm = ({ parameter }: PlannerFault) => parameter in form.values || parameter === 'policy';
  return page(
    frame,
    { title, isPersonal: true },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{lede}</p>
      </div>
      <p class="fault summary" role="alert">
        {[
          words.form.faulty,
          ...form.faults.filter((fault) => !isInForm(fault)).flatMap((fault) => mendingLines(fault, words)),
        ].join(' ')}
      </p>
      <PlannerChoice form={form} />
    </>,
  );
}

function toForm({ states, pairs, region, from, years, policy }: Planned, { names }: PageWords): PlannerForm {
  const [pair] = pairs;
  const isOnePair = pair !== undefined && pairs.length === 1 && states.length === 0;
  const [one, other] = isOnePair ? partiesOf(pair) : [];
  return {
    values: {
      state: one === undefined ? states.map(names.state).join(', ') : names.state(one),
      with: other === undefined ? '' : names.state(other),
      region: region ?? '',
      from: from ?? '',
      years: String(years),
    },
    pairs: isOnePair ? [] : pairs,
    policy,
    faults: [],
  };
}

function Summary({ plan }: { plan: Outlook }) {
  const { planner: words } = useReader().words.reading;
  const all = [...plan.months.flatMap(({ milestones }) => milestones), ...plan.withoutMonth];
  const counts = { milestones: [...eachOnce(all)].length, busyWeeks: plan.busyWeeks.length };
  return (
    <>
      <p>{words.span(plan.span)}</p>
      <p>{words.summary(counts)}</p>
    </>
  );
}

function TakeAlong({ asked }: Pick<PlannerProps, 'asked'>) {
  const { link } = useReader();
  const { planner: words } = useReader().words.reading;
  const [of] = [...asked.states, ...asked.pairs, 'world'];
  const isOne = asked.states.length + asked.pairs.length === 1 || asked.region === 'world';
  const { years, policy } = toQuery(asked);
  return (
    <p class="take-along">
      {isOne && <a href={withQuery(`/calendars/${of}.ics`, { years, policy })}>{words.calendar}</a>}
      <a href={link(withQuery(paths.plannerXlsx, toQuery(asked)))}>{words.xlsx}</a>
      <a href={link(withQuery(paths.plannerCsv, toQuery(asked)))}>{words.csv}</a>
    </p>
  );
}

/** A link to the months that did not fit on the page. */
function Later({ asked, month }: Pick<PlannerProps, 'asked'> & { month: PartialDate }) {
  const { link, words } = useReader();
  const href = link(withQuery(paths.planner, toQuery({ ...asked, from: month })));
  return (
    <Steps
      previous={undefined}
      next={{ href, label: words.reading.planner.later, name: words.dates.observed(month) }}
    />
  );
}

function namePlanned({ states, pairs, region }: Planned, words: PageWords): string {
  if (region !== undefined) return regionName(region, words);
  return [...states.map(words.names.state), ...pairs.map((pair) => words.names.pair(pair))].join(', ');
}

/** Returns the parameters of the same query. */
function toQuery({ states, pairs, region, policy, years, from }: Planned) {
  return {
    region,
    state: states,
    pair: pairs,
    policy: policyInQuery(policy),
    years: years === 2 ? undefined : String(years),
    from,
  };
}
