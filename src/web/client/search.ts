import { partiesOf, type StateCode } from '../../domain/relation-event.ts';
import { type Suggestion, suggest } from '../../finding/suggest.ts';
import type { ListedState } from '../listed-state.ts';
import { pairPath, statePath } from '../paths.ts';
import { type Choice, combobox } from './combobox.ts';
import { listedStates } from './listed-states.ts';

const OFFERED = 8;

/** Suggests states and pairs under the search field; choosing one opens its page. Enter searches for the typed text. */
export function offerSearch(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (input === null) return;
  combobox(input, {
    offer: async (typed) => {
      const states = await listedStates();
      return suggest(typed, states, OFFERED).map((found) => toChoice(found, states, form));
    },
  });
}

function toChoice(found: Suggestion, states: readonly ListedState[], form: HTMLFormElement): Choice {
  const path = found.kind === 'state' ? statePath(found.code) : pairPath(found.pair);
  const language = new FormData(form).get('lang');
  return {
    text: formatSuggestion(found, states, form.dataset.pair ?? ''),
    choose: () => location.assign(typeof language === 'string' ? `${path}?lang=${language}` : path),
  };
}

function formatSuggestion(found: Suggestion, states: readonly ListedState[], template: string): string {
  const stateName = (code: StateCode) => states.find((state) => state.code === code)?.name ?? code;
  if (found.kind === 'state') return stateName(found.code);
  const { compare } = new Intl.Collator(document.documentElement.lang);
  const [one = '', other = ''] = partiesOf(found.pair).map(stateName).sort(compare);
  return template.replace(/\{(one|other)\}/g, (_, which) => (which === 'one' ? one : other));
}
