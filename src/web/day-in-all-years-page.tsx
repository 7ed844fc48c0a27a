import { addDays, firstDayOf, parsePartialDate } from '../domain/calendar-date.ts';
import type { DayKey } from '../domain/day-key.ts';
import type { EventInTimeline } from '../domain/events-on-day.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { datesOf } from '../wording/date-words.ts';
import { flagOf } from '../wording/flag.ts';
import { toNoteParts } from '../wording/note-parts.ts';
import type { Frame } from './frame.ts';
import { page } from './page.tsx';
import { datePath, pairPath } from './paths.ts';
import { toReader, useReader } from './reader.ts';
import { Steps } from './steps.tsx';

type DayInAllYearsProps = {
  readonly day: DayKey;
  /** The present year. */
  readonly year: number;
  /** Earliest first. */
  readonly acts: readonly EventInTimeline[];
};

/** Renders the acts of a day in every year. */
export function dayInAllYearsPage(frame: Frame, { day, year, acts }: DayInAllYearsProps): string {
  const { link } = toReader(frame);
  const { day: words } = toReader(frame).words.reading;
  const { milestones } = toReader(frame).words;
  const title = words.inAllYears(day);
  return page(
    frame,
    { title, description: words.lede, canonical: datePath(day) },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{acts.length === 0 ? words.none : words.lede}</p>
      </div>
      <DaysBeside day={day} />
      <ul class="acts-of-day">
        {acts.map(({ timeline, event }) => (
          <li>
            <span class="years">{event.date.slice(0, 4)}</span>
            <div>
              <a class="pair" href={link(pairPath(timeline.pair))}>
                <Parties pair={timeline.pair} />
              </a>
              <p class="quiet">
                {milestones.event({ ...event, dates: datesOf(event), note: toNoteParts(event).qualifiers })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {parsePartialDate(`${year}-${day}`) && (
        <p>
          <a class="button plain" href={link(datePath(`${year}-${day}`))}>
            {words.inYear(day, year)}
          </a>
        </p>
      )}
    </>,
  );
}

function Parties({ pair }: { pair: EventInTimeline['timeline']['pair'] }) {
  const { names } = useReader().words;
  return partiesOf(pair).map((code, index) => (
    <>
      {index > 0 && ' – '}
      <span class="party">
        <span aria-hidden="true">{flagOf(code)}</span> {names.state(code)}
      </span>
    </>
  ));
}

/** The adjacent days, in a leap year, so that 29 February is among them. */
function DaysBeside({ day }: { day: DayKey }) {
  const { day: words } = useReader().words.reading;
  const inLeapYear = firstDayOf(parsePartialDate(`2000-${day}`) ?? '2000');
  const step = (days: number, label: string) => {
    const beside = addDays(inLeapYear, days).slice(5);
    return { href: datePath(beside), label, name: words.inAllYears(beside) };
  };
  return <Steps previous={step(-1, words.previous)} next={step(1, words.next)} />;
}
