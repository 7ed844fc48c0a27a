import type { Catalogue } from '../wording/catalogue.ts';
import { flagOf } from '../wording/flag.ts';
import { type FilledForm, Question } from './fields.tsx';
import { byRegion, type Member, type StateChoice } from './grouped-states.ts';

/**
 * The states to follow, as checkboxes by region. The form works without the script, which only adds a search that ticks
 * them and shows the ticked ones.
 */
export function StateFields({ asked, states, wording }: StatesProps) {
  const { label, meaning } = asked.words.states;
  return (
    <Question name="states" legend={label} hint={meaning} asked={asked}>
      <div class="finder" data-finder data-remove={asked.words.removeState} hidden>
        <ul class="chips" aria-live="polite" />
        <label for="find-state">{asked.words.findState}</label>
        <input id="find-state" type="text" autocomplete="off" enterkeyhint="done" />
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
  readonly asked: FilledForm;
  readonly states: readonly StateChoice[];
  readonly wording: Catalogue;
};

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
