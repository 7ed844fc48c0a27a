import { addDays, firstDayOf, parsePartialDate } from '../domain/calendar-date.ts';
import type { DayKey } from '../domain/day-key.ts';
import type { EventInTimeline } from '../domain/events-on-day.ts';
import { partiesOf } from '../domain/relation-event.ts';
import { flagOf } from '../wording/flag.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { type Frame, page } from './page.tsx';
import { datePath, pairPath } from './paths.ts';
import { Steps } from './steps.tsx';

type InAllYears = {
  readonly day: DayKey;
  /** The present year. */
  readonly year: number;
  /** The earliest first. */
  readonly acts: readonly EventInTimeline[];
};

/** What was done on a day of the year, whichever the year. */
export function dayInAllYearsPage(frame: Frame, { day, year, acts }: InAllYears): string {
  const { language } = frame;
  const { day: words } = pagesIn(language).reading;
  const { milestones } = wordingIn(language);
  const title = words.inAllYears(day);
  return page(
    frame,
    { title, description: words.lede, canonical: datePath(day) },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{acts.length === 0 ? words.none : words.lede}</p>
      </div>
      <DaysBeside day={day} language={language} />
      <ul class="acts-of-day">
        {acts.map(({ timeline, event }) => (
          <li>
            <span class="years">{event.date.slice(0, 4)}</span>
            <div>
              <a class="pair" href={pairPath(timeline.pair)}>
                <Parties pair={timeline.pair} language={language} />
              </a>
              <p class="quiet">{milestones.event(event)}</p>
            </div>
          </li>
        ))}
      </ul>
      {parsePartialDate(`${year}-${day}`) && (
        <p>
          <a class="button plain" href={datePath(`${year}-${day}`)}>
            {words.inYear(day, year)}
          </a>
        </p>
      )}
    </>,
  );
}

type InLanguage = { readonly language: Frame['language'] };

function Parties({ pair, language }: InLanguage & { pair: EventInTimeline['timeline']['pair'] }) {
  const { names } = wordingIn(language);
  return partiesOf(pair).map((code, index) => (
    <>
      {index > 0 && ' – '}
      <span class="party">
        <span aria-hidden="true">{flagOf(code)}</span> {names.state(code)}
      </span>
    </>
  ));
}

/** The days beside it, in a leap year, so that 29 February has its place. */
function DaysBeside({ day, language }: InLanguage & { day: DayKey }) {
  const { day: words } = pagesIn(language).reading;
  const inLeapYear = firstDayOf(parsePartialDate(`2000-${day}`) ?? '2000');
  const step = (days: number, label: string) => {
    const beside = addDays(inLeapYear, days).slice(5);
    return { href: datePath(beside), label, name: words.inAllYears(beside) };
  };
  return <Steps previous={step(-1, words.previous)} next={step(1, words.next)} />;
}
