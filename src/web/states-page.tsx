import type { StateCode } from '../domain/relation-event.ts';
import { flagOf } from '../wording/flag.ts';
import type { Frame } from './frame.ts';
import { byRegion, type StateChoice } from './grouped-states.ts';
import { page } from './page.tsx';
import { paths, statePath } from './paths.ts';
import { readerOf } from './reader.ts';

type StatesPageProps = {
  readonly states: readonly StateChoice[];
  /** With how many states each is in relations. */
  readonly partners: ReadonlyMap<StateCode, number>;
};

/** Every state, by region. */
export function statesPage(frame: Frame, { states, partners }: StatesPageProps): string {
  const {
    link,
    words: { reading, form },
  } = readerOf(frame);
  const { title, lede, partners: count } = reading.states;
  return page(
    frame,
    { title, description: lede, canonical: paths.statePages },
    <>
      <div class="lead">
        <h1>{title}</h1>
        <p>{lede}</p>
      </div>
      {[...byRegion(states, readerOf(frame).words)].map(([region, members]) => (
        <section class="block">
          <h2>{form.region(region)}</h2>
          <ul class="index">
            {members.map(({ code, name }) => (
              <li>
                <span class="flag" aria-hidden="true">
                  {flagOf(code)}
                </span>
                <a href={link(statePath(code))}>{name}</a>
                <span class="quiet">{partners.has(code) && count(partners.get(code) ?? 0)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>,
  );
}
