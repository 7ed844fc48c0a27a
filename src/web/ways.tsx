import type { Language } from '../domain/subscriber.ts';
import { pagesIn } from '../wording/pages.ts';

/** What is followed, as its calendar and feed are called: `CN`, `CN-LS`, `world`. */
type Followed = { readonly of: string; readonly data: string; readonly language: Language };

/** The same facts as a calendar, as a feed and for programs. */
export function Ways({ of, data, language }: Followed) {
  const { ways } = pagesIn(language).reading;
  return (
    <section class="block ways">
      <h2>{ways.title}</h2>
      <ul>
        <li>
          <a href={`/calendars/${of}.ics`}>{ways.calendar}</a>
        </li>
        <li>
          <a href={`/feeds/${of}.atom`}>{ways.feed}</a>
        </li>
        <li>
          <a href={data}>{ways.data}</a>
        </li>
      </ul>
    </section>
  );
}
