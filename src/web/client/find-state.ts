import { completeStates } from '../../finding/find-states.ts';
import { combobox } from './combobox.ts';
import { listedStates } from './listed-states.ts';
import { boxLabel, boxName, stateBoxes } from './state-boxes.ts';

const OFFERED = 7;

/**
 * Adds a search that ticks the checkboxes of countries, and shows the ticked ones as chips. The checkboxes remain the
 * only state of the form.
 */
export function offerFinder(form: HTMLFormElement): void {
  const finder = form.querySelector<HTMLElement>('[data-finder]');
  const input = finder?.querySelector('input');
  const chips = finder?.querySelector<HTMLElement>('.chips');
  if (!finder || !input || !chips) return;
  const boxes = stateBoxes(form);

  const choose = (box: HTMLInputElement) => {
    tick(box, true);
    input.value = '';
  };
  const showChips = () => {
    const template = finder.dataset.remove ?? '{name}';
    const chosen = boxes.filter(({ checked }) => checked);
    chips.replaceChildren(...chosen.map((box) => chip(box, template, () => input.focus())));
  };
  const offer = async (typed: string) => {
    const codes = completeStates(typed, await listedStates());
    const found = codes.flatMap((code) => boxes.filter(({ value }) => value === code));
    return found.slice(0, OFFERED).map((box) => ({ text: boxLabel(box), choose: () => choose(box) }));
  };

  combobox(input, { offer, picksFirst: true });
  form.addEventListener('input', showChips);
  showChips();
  finder.hidden = false;
}

function chip(box: HTMLInputElement, template: string, afterwards: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = template.replace('{name}', () => boxName(box));
  button.append(boxLabel(box));
  button.addEventListener('click', () => {
    tick(box, false);
    afterwards();
  });
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function tick(box: HTMLInputElement, checked: boolean): void {
  box.checked = checked;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
