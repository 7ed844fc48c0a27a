import type { Pair, StateCode } from '../domain/relation-event.ts';
import { flagOf } from '../wording/flag.ts';
import type { Frame } from './frame.ts';
import { page } from './page.tsx';
import { pairPath, statePath } from './paths.ts';
import { toReader } from './reader.ts';

type SearchPageProps = {
  readonly outcome: 'which' | 'didYouMean' | 'nothing' | 'noSuchDay';
  readonly states: readonly StateCode[];
  readonly pairs: readonly Pair[];
  /** The page with every match, if not all fit here. */
  readonly all?: string | undefined;
};

/** Renders the choices of a search without a single match. */
export function searchPage(frame: Frame, { outcome, states, pairs, all }: SearchPageProps): string {
  const {
    link,
    words: { names, reading },
  } = toReader(frame);
  const { title, [outcome]: message } = reading.search;
  return page(
    frame,
    { title, isPersonal: true },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{message}</p>
      </div>
      <ul class="index">
        {states.map((code) => (
          <li>
            <span class="flag" aria-hidden="true">
              {flagOf(code)}
            </span>
            <a href={link(statePath(code))}>{names.state(code)}</a>
          </li>
        ))}
        {pairs.map((pair) => (
          <li>
            <a href={link(pairPath(pair))}>{names.pair(pair)}</a>
          </li>
        ))}
      </ul>
      {all && (
        <p>
          <a href={link(all)}>{reading.ways.states}</a>
        </p>
      )}
    </>,
  );
}
