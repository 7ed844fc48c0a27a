import type { StateCode } from '../domain/relation-event.ts';
import type { Catalogue } from '../wording/catalogue.ts';
import { flagOf } from '../wording/flag.ts';
import { type Asked, attributesOf, Labelled, Question } from './fields.tsx';

/** A state that can be followed: a row of `data/states.csv` is one. */
export type StateChoice = { readonly code: StateCode; readonly region: string; readonly kind: string };

/**
 * Whom to follow: states to tick, by region, and pairs to type. Every state is a checkbox, so that the form works
 * without the script, which only adds a search that ticks them and shows the ticked ones.
 */
export function StateFields({ asked, states, wording }: StatesProps) {
  const { label, meaning } = asked.words.states;
  return (
    <Question name="states" legend={label} hint={meaning} asked={asked}>
      <div class="finder" data-finder data-remove={asked.words.removeState} hidden>
        <ul class="chips" aria-live="polite" />
        <label for="find-state">{asked.words.findState}</label>
        <input
          id="find-state"
          type="text"
          role="combobox"
          aria-expanded="false"
          aria-autocomplete="list"
          aria-controls="found-states"
          autocomplete="off"
          enterkeyhint="done"
        />
        <div class="found" id="found-states" role="listbox" aria-label={asked.words.findState} hidden />
      </div>
      <div class="regions">
        {[...byRegion(states, wording)].map(([region, members]) => (
          <details data-former={region === 'former' ? '' : undefined}>
            <summary>{asked.words.region(region)}</summary>
            <div class="states">
              {members.map((member) => (
                <StateBox {...member} isChosen={asked.values.getAll('states').includes(member.code)} />
              ))}
            </div>
          </details>
        ))}
      </div>
    </Question>
  );
}

type StatesProps = {
  readonly asked: Asked;
  readonly states: readonly StateChoice[];
  readonly wording: Catalogue;
};

type Member = { readonly code: StateCode; readonly name: string };

function StateBox({ code, name, isChosen }: Member & { isChosen: boolean }) {
  return (
    <label class="option">
      <input type="checkbox" name="states" value={code} checked={isChosen} />
      <span>
        <span aria-hidden="true">{flagOf(code)}</span> <span class="name">{name}</span>{' '}
        <span class="quiet">{code}</span>
      </span>
    </label>
  );
}

/** Regions in the order of the alphabet, former states after them; in each the states by name. */
function byRegion(states: readonly StateChoice[], { names }: Catalogue): Map<string, Member[]> {
  const regions = new Map<string, Member[]>();
  for (const state of [...states].sort(byGroup)) {
    const members = regions.get(groupOf(state)) ?? [];
    members.push({ code: state.code, name: names.state(state.code) });
    regions.set(groupOf(state), members);
  }
  for (const members of regions.values()) members.sort((one, other) => one.name.localeCompare(other.name));
  return regions;
}

/** Names of regions begin with a capital and so stand before `former`. */
function byGroup(one: StateChoice, other: StateChoice): number {
  return groupOf(one) < groupOf(other) ? -1 : Number(groupOf(one) > groupOf(other));
}

function groupOf({ region, kind }: StateChoice): string {
  return kind === 'former' ? kind : region;
}

export function PairField({ asked }: Pick<StatesProps, 'asked'>) {
  const { label, meaning } = asked.words.pairs;
  return (
    <Labelled name="pairs" label={label} hint={meaning} asked={asked}>
      <input
        type="text"
        {...attributesOf('pairs', meaning, asked)}
        value={asked.values.get('pairs') ?? ''}
        autocomplete="off"
        autocapitalize="characters"
      />
    </Labelled>
  );
}
