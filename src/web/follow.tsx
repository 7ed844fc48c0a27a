import type { Child } from 'hono/jsx';
import type { Frame } from './frame.ts';
import { Lines, OneButton, Sheet } from './message.tsx';
import { page } from './page.tsx';
import { paths, withToken } from './paths.ts';
import { toReader, useReader } from './reader.ts';

type FollowProps = {
  /** The name in the addresses of its calendar and feed: `CN`, `CN-LS`, `world`. */
  readonly name: string;
  /** The API's address of the same facts. */
  readonly data: string;
};

/** Ways to follow a state, a pair or the world without mail. */
export function Follow({ name, data }: FollowProps) {
  const {
    link,
    siteUrl,
    words: { follow, reading },
  } = useReader();
  const { title, lines } = name === 'world' ? follow.world : follow.public;
  return (
    <section class="block follow" id="follow">
      <h2>{title}</h2>
      <Lines lines={lines} />
      <Calendar url={`${siteUrl}${paths.calendars}/${name}.ics`}>
        <ul class="ways">
          <li>
            <a href={`${paths.feeds}/${name}.atom`} type="application/atom+xml">
              {follow.feed}
            </a>
          </li>
          <li>
            <a href={data}>{reading.ways.data}</a>
          </li>
          {name === 'world' && (
            <li>
              <a href={link(paths.statePages)}>{reading.ways.states}</a>
            </li>
          )}
        </ul>
      </Calendar>
    </section>
  );
}

type MyCalendarProps = { readonly url: string; readonly token: string };

/** A subscriber's personal calendar, with a button to replace its address. */
export function MyCalendar({ url, token }: MyCalendarProps) {
  const { follow } = useReader().words;
  return (
    <section class="block follow">
      <h2>{follow.personal.title}</h2>
      <Lines lines={follow.personal.lines} />
      <Calendar url={url}>
        <details class="folded">
          <summary>{follow.reset.title}</summary>
          <Lines lines={follow.reset.lines} />
          <OneButton action={paths.resetCalendar} token={token} label={follow.reset.button} look="plain" />
        </details>
      </Calendar>
    </section>
  );
}

/** Renders the new address of the calendar after a reset. */
export function calendarReplacedPage(frame: Frame, { url, token }: MyCalendarProps): string {
  const {
    link,
    words: { follow, centre },
  } = toReader(frame);
  return page(
    frame,
    { title: follow.afterReset.title, isPersonal: true },
    <Sheet message={follow.afterReset}>
      <Calendar url={url} />
      <a class="button plain" href={link(withToken(paths.preferences, token))}>
        {centre.backToSettings}
      </a>
    </Sheet>,
  );
}

function Calendar({ url, children }: { url: string; children?: Child }) {
  const { follow } = useReader().words;
  return (
    <>
      <a class="button" href={url.replace(/^https?:/, 'webcal:')}>
        {follow.open}
      </a>
      <p>
        <span class="quiet">{follow.address}</span>
        <br />
        <code class="in-full" dir="ltr">
          {url}
        </code>
      </p>
      <details class="folded">
        <summary>{follow.help}</summary>
        <dl class="programs">
          {follow.programs.map(({ title, lines }) => (
            <>
              <dt>{title}</dt>
              <dd>
                <Lines lines={lines} />
              </dd>
            </>
          ))}
        </dl>
      </details>
      {children}
    </>
  );
}
