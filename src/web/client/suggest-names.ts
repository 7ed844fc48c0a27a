import { completeStates } from '../../finding/find-states.ts';
import { combobox } from './combobox.ts';
import { listedStates } from './listed-states.ts';

const OFFERED = 7;

/** Suggests the names of states under a field for one. */
export function suggestNames(input: HTMLInputElement): void {
  combobox(input, {
    offer: async (typed) => {
      const states = await listedStates();
      const names = completeStates(typed, states).flatMap(
        (code) => states.find((each) => each.code === code)?.name ?? [],
      );
      return names.slice(0, OFFERED).map((name) => ({ text: name, choose: () => fill(input, name) }));
    },
  });
}

function fill(input: HTMLInputElement, name: string): void {
  input.value = name;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
