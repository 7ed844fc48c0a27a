import type { ChangeInTimeline } from '../domain/change-history.ts';
import type { StateCode } from '../domain/relation-event.ts';
import { ChangeList } from './change-list.tsx';
import type { Frame } from './frame.ts';
import type { StateChoice } from './grouped-states.ts';
import { LanguageField } from './in-language.tsx';
import { page } from './page.tsx';
import { paths, withQuery } from './paths.ts';
import { toReader } from './reader.ts';
import { StateSelect } from './state-select.tsx';
import { Steps } from './steps.tsx';

type ChangesPageProps = {
  /** The changes on this page, latest release first. */
  readonly changes: readonly ChangeInTimeline[];
  readonly state: StateCode | undefined;
  readonly states: readonly StateChoice[];
  /** The number of the page, from 1, and whether another follows. */
  readonly number: number;
  readonly hasMore: boolean;
};

/** Renders the changes of the data by release, optionally of one state. */
export function changesPage(frame: Frame, { changes, state, states, number, hasMore }: ChangesPageProps): string {
  const { words, link } = toReader(frame);
  const { changes: told, filter } = words.reading;
  const releases = [...new Set(changes.map(({ change }) => change.release))];
  const pageHref = (at: number) => withQuery(paths.changes, { state, page: at === 1 ? undefined : String(at) });
  const step = (at: number) => ({ href: pageHref(at), label: told.title, name: String(at) });
  return page(
    frame,
    { title: told.title, description: words.corrections.lede, canonical: pageHref(number) },
    <>
      <div class="lead">
        <h1>{told.title}</h1>
        <p>{words.corrections.lede}</p>
      </div>
      <form method="get" action={link(paths.changes)} class="filter">
        <LanguageField />
        <StateSelect label={filter.state} chosen={state} none={filter.wholeWorld} states={states} />
        <button type="submit">{filter.show}</button>
      </form>
      {changes.length === 0 && <p>{told.none}</p>}
      {releases.map((release) => (
        <section class="block">
          <h2>{release}</h2>
          <ChangeList changes={changes.filter(({ change }) => change.release === release)} namesPair />
        </section>
      ))}
      <ul class="ways">
        <li>
          <a href={`${paths.feeds}/changes${state ? `-${state}` : ''}.atom`} type="application/atom+xml">
            {words.follow.feed}
          </a>
        </li>
        <li>
          <a href={withQuery(paths.dataChanges, { state })}>{words.reading.ways.data}</a>
        </li>
      </ul>
      <Steps previous={number > 1 ? step(number - 1) : undefined} next={hasMore ? step(number + 1) : undefined} />
    </>,
  );
}
