import type { BusyWeek } from '../domain/busy-weeks.ts';
import { type CalendarDate, isDay } from '../domain/calendar-date.ts';
import { isMilestone, type Milestone, type MilestonePolicy } from '../domain/milestone.ts';
import { morningElsewhere } from '../domain/morning-elsewhere.ts';
import type { Outlook } from '../domain/outlook.ts';
import { defaultPreferences } from '../domain/preferences.ts';
import { partiesOf, type StateCode } from '../domain/relation-event.ts';
import type { State } from '../domain/state.ts';
import { isWeekendIn, type Weekends, weekendsByState } from '../domain/weekend.ts';
import { capitalise } from '../wording/formats.ts';
import { milestoneWords } from '../wording/milestone-words.ts';
import type { PlannerMessages } from '../wording/reading-messages.ts';
import type { Reading } from './milestone-list.tsx';
import { datePath, factsPath, pairPath } from './paths.ts';
import { useReader } from './reader.ts';

type PlanMonthsProps = {
  readonly plan: Outlook;
  readonly asked: { readonly states: readonly StateCode[]; readonly policy: MilestonePolicy };
  readonly states: readonly Pick<State, 'code' | 'timeZone' | 'weekend'>[];
  readonly reading: Reading;
};

type PlanProps = {
  readonly zones: ReadonlyMap<StateCode, string>;
  readonly weekends: Weekends;
  readonly home: StateCode | undefined;
  readonly policy: MilestonePolicy;
  readonly reading: Reading;
};

/** A plan month by month, with busy weeks marked above their first day. */
export function PlanMonths({ plan, asked, states, reading }: PlanMonthsProps) {
  const { dates, front, reading: words } = useReader().words;
  const zones = new Map(states.map(({ code, timeZone }) => [code, timeZone]));
  const inPlan = { zones, weekends: weekendsByState(states), home: asked.states[0], policy: asked.policy, reading };
  return (
    <>
      {plan.months.map(({ month, milestones }) => (
        <section class="plan-month">
          <h2>{capitalise(dates.date(month))}</h2>
          {milestones.length === 0 && <p class="quiet">{words.planner.emptyMonth}</p>}
          {milestones.length > 0 && <MonthTable milestones={milestones} busyWeeks={plan.busyWeeks} {...inPlan} />}
        </section>
      ))}
      {plan.withoutMonth.length > 0 && (
        <section class="plan-month">
          <h2>{front.withoutDay}</h2>
          <MonthTable milestones={plan.withoutMonth} busyWeeks={[]} {...inPlan} />
        </section>
      )}
    </>
  );
}

type MonthTableProps = PlanProps & {
  readonly milestones: readonly Milestone[];
  readonly busyWeeks: readonly BusyWeek[];
};

function MonthTable({ milestones, busyWeeks, ...inPlan }: MonthTableProps) {
  const { planner: words } = useReader().words.reading;
  return (
    <table class="plan">
      <thead>
        <tr>
          {[words.day, words.milestone, words.inBothCapitals].map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {milestones.map((milestone, index) => (
          <>
            <BusyWeekRow week={weekBegun(milestone, milestones[index - 1], busyWeeks)} words={words} />
            <PlanRow milestone={milestone} isBusy={findBusyWeek(milestone, busyWeeks) !== undefined} {...inPlan} />
          </>
        ))}
      </tbody>
    </table>
  );
}

function BusyWeekRow({ week, words }: { week: BusyWeek | undefined; words: PlannerMessages }) {
  if (week === undefined) return null;
  return (
    <tr class="cluster">
      <th scope="rowgroup" colspan={3}>
        {words.busyWeek(week)}
      </th>
    </tr>
  );
}

function PlanRow({ milestone, isBusy, ...inPlan }: PlanProps & { milestone: Milestone; isBusy: boolean }) {
  const {
    language,
    link,
    words: {
      reading: { planner },
    },
  } = useReader();
  const { reading } = inPlan;
  const { date, timeline } = milestone;
  const words = milestoneWords(milestone, { ...reading, language, leapDay: defaultPreferences.leapDay });
  return (
    <tr class={isBusy ? 'busy' : undefined}>
      <td>{isDay(date) ? <a href={link(datePath(date))}>{planner.dayInMonth(date)}</a> : words.observed}</td>
      <td>
        <a class="pair" href={link(pairPath(timeline.pair))}>
          {words.pair}
        </a>
        <p>{isMilestone('jubilees', milestone.years) ? <strong>{words.title}</strong> : words.title}</p>
        {words.isUncertain && isDay(date) && <p>{words.observed}</p>}
        <p class="quiet">
          <a href={link(factsPath(timeline.pair, { policy: inPlan.policy }))}>{planner.facts}</a>
        </p>
        {words.cautions.map((line) => (
          <p class="caution">{line}</p>
        ))}
      </td>
      <td>{isDay(date) && <InBothCapitals milestone={milestone} day={date} {...inPlan} />}</td>
    </tr>
  );
}

function InBothCapitals({
  milestone,
  day,
  zones,
  weekends,
  home,
}: PlanProps & { milestone: Milestone; day: CalendarDate }) {
  const { planner: words } = useReader().words.reading;
  const [one, other] = partiesOf(milestone.timeline.pair);
  const [here, elsewhere] = other === home ? [other, one] : [one, other];
  const shown = morningElsewhere(day, zones.get(here) ?? 'UTC', zones.get(elsewhere) ?? 'UTC');
  return (
    <>
      {shown.day !== day && <p>{words.morning({ here, elsewhere, day, shown })}</p>}
      {[here, elsewhere]
        .filter((code) => isWeekendIn(code, day, weekends))
        .map((code) => (
          <p class="rest">{words.weekend(code)}</p>
        ))}
    </>
  );
}

function findBusyWeek({ date }: Milestone, busyWeeks: readonly BusyWeek[]): BusyWeek | undefined {
  return isDay(date) ? busyWeeks.find(({ from, through }) => from <= date && date <= through) : undefined;
}

/** Finds the busy week that begins with this milestone, or continues into a new month with it. */
function weekBegun(
  milestone: Milestone,
  before: Milestone | undefined,
  busyWeeks: readonly BusyWeek[],
): BusyWeek | undefined {
  const week = findBusyWeek(milestone, busyWeeks);
  return before !== undefined && findBusyWeek(before, busyWeeks) === week ? undefined : week;
}
