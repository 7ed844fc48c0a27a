import {
  addDays,
  type CalendarDate,
  daysBetween,
  firstDayOf,
  firstOfMonth,
  lastDayOfMonthOf,
  monthOf,
  type PartialDate,
  weekdayOf,
  weekdays,
} from '../domain/calendar-date.ts';
import { type HeatMap, heatOf } from '../domain/heat-map.ts';
import { useReader } from './reader.ts';

type YearMapProps = {
  readonly year: number;
  readonly map: HeatMap;
  /** Returns the link of a day; days without milestones may have none. */
  readonly linkTo: (date: PartialDate) => string | undefined;
  readonly today: CalendarDate;
};

/** A year as twelve calendars; days with more milestones are darker. */
export function YearMap({ year, ...mapped }: YearMapProps) {
  const january = firstDayOf(yearDate(year));
  const months = Array.from({ length: 12 }, (_, index) => firstOfMonth(january, index));
  return (
    <>
      <div class="year-map">
        {months.map((first) => (
          <Month first={first} {...mapped} />
        ))}
      </div>
      <Scale {...mapped} />
    </>
  );
}

type MonthProps = Omit<YearMapProps, 'year'>;

function Month({ first, ...mapped }: MonthProps & { first: CalendarDate }) {
  const { link } = useReader();
  const { year: words } = useReader().words.reading;
  return (
    <table class="month">
      <caption>
        <a href={link(mapped.linkTo(monthOf(first)) ?? '')}>{words.month(first)}</a>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th scope="col">{words.weekday(weekday)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {toWeeks(first).map((week) => (
          <tr>
            {week.map((day) => (
              <td>{day && <Day day={day} {...mapped} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, map, linkTo, today }: MonthProps & { day: CalendarDate }) {
  const { link } = useReader();
  const { year: words } = useReader().words.reading;
  const [path, look, number] = [linkTo(day), `heat heat-${heatOf(day, map)}`, words.number(day)];
  const current = day === today ? ('date' as const) : undefined;
  if (path === undefined)
    return (
      <span class={look} aria-current={current}>
        {number}
      </span>
    );
  const label = words.day(day, map.days.get(day) ?? 0);
  return (
    <a class={look} href={link(path)} aria-label={label} title={label} aria-current={current}>
      {number}
    </a>
  );
}

function Scale({ map }: MonthProps) {
  const { year: words } = useReader().words.reading;
  return (
    <p class="scale">
      <span>{words.scale}</span>
      <span class="heat heat-0">{words.quiet}</span>
      {map.steps.map((step, index) => (
        <span class={`heat heat-${index + 1}`}>{words.step(step)}</span>
      ))}
    </p>
  );
}

/** Divides a month into weeks from Monday; days of adjacent months are `undefined`. */
function toWeeks(first: CalendarDate): (CalendarDate | undefined)[][] {
  const last = lastDayOfMonthOf(first);
  const monday = addDays(first, -weekdays.indexOf(weekdayOf(first)));
  const count = Math.ceil((daysBetween(monday, last) + 1) / 7);
  return Array.from({ length: count }, (_, week) =>
    weekdays.map((_weekday, index) => {
      const day = addDays(monday, week * 7 + index);
      return first <= day && day <= last ? day : undefined;
    }),
  );
}

function yearDate(year: number): PartialDate {
  return `${year}`;
}
