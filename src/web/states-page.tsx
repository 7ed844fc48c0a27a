import type { StateCode } from '../domain/relation-event.ts';
import { flagOf } from '../wording/flag.ts';
import { pagesIn } from '../wording/pages.ts';
import { wordingIn } from '../wording/wording.ts';
import { byRegion, type StateChoice } from './grouped-states.ts';
import { type Frame, page } from './page.tsx';
import { paths, statePath } from './paths.ts';

type States = {
  readonly states: readonly StateChoice[];
  /** With how many states each is in relations. */
  readonly partners: ReadonlyMap<StateCode, number>;
};

/** Every state, by region. */
export function statesPage(frame: Frame, { states, partners }: States): string {
  const { reading, form } = pagesIn(frame.language);
  const { title, lede, partners: count } = reading.states;
  return page(
    frame,
    { title, description: lede, canonical: paths.statePages },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{lede}</p>
      </div>
      {[...byRegion(states, wordingIn(frame.language))].map(([region, members]) => (
        <section class="block">
          <h2>{form.region(region)}</h2>
          <ul class="index">
            {members.map(({ code, name }) => (
              <li>
                <span class="flag" aria-hidden="true">
                  {flagOf(code)}
                </span>
                <a href={statePath(code)}>{name}</a>
                <span class="quiet">{partners.has(code) && count(partners.get(code) ?? 0)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>,
  );
}
