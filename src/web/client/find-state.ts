import { matching, type NamedBox, namedBoxes, nameOf } from './state-names.ts';

const OFFERED = 7;

/**
 * A search that ticks the checkboxes of countries and shows the ticked ones as chips. The checkboxes stay the form's
 * only record of what is chosen. A combobox as the ARIA Authoring Practices describe it.
 */
export function offerFinder(form: HTMLFormElement): void {
  const finder = form.querySelector<HTMLElement>('[data-finder]');
  const input = finder?.querySelector<HTMLInputElement>('[role="combobox"]');
  const list = finder?.querySelector<HTMLElement>('[role="listbox"]');
  const chips = finder?.querySelector<HTMLElement>('.chips');
  if (!finder || !input || !list || !chips) return;
  const boxes = namedBoxes(form);
  let active = 0;

  const show = (found: readonly NamedBox[]) => {
    list.replaceChildren(...found.map((each, index) => option(each, index, () => choose(each.box))));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    mark(0);
  };
  const mark = (index: number) => {
    active = list.children.length === 0 ? 0 : (index + list.children.length) % list.children.length;
    for (const [place, each] of [...list.children].entries()) each.ariaSelected = String(place === active);
    const id = list.children[active]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const choose = (box: HTMLInputElement) => {
    tick(box, true);
    input.value = '';
    show([]);
  };
  const showChips = () => {
    const template = finder.dataset.remove ?? '{name}';
    const chosen = boxes.filter(({ box }) => box.checked);
    chips.replaceChildren(...chosen.map(({ box }) => chip(box, template, () => input.focus())));
  };

  input.addEventListener('input', () => show(matching(boxes, input.value, OFFERED)));
  input.addEventListener('blur', () => show([]));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show([]);
    if (event.key === 'ArrowDown') mark(active + 1);
    if (event.key === 'ArrowUp') mark(active - 1);
    const found = event.key === 'Enter' ? matching(boxes, input.value, OFFERED)[active] : undefined;
    if (found !== undefined) choose(found.box);
    // Enter must not submit the form from here.
    if (['Enter', 'ArrowDown', 'ArrowUp'].includes(event.key)) event.preventDefault();
  });
  form.addEventListener('input', showChips);
  showChips();
  finder.hidden = false;
}

function option({ box, name }: NamedBox, index: number, choose: () => void): HTMLElement {
  const element = document.createElement('div');
  element.role = 'option';
  element.id = `found-state-${index}`;
  element.append(labelOf(box, name));
  // Before the blur of the search would close the list.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', choose);
  return element;
}

function chip(box: HTMLInputElement, template: string, afterwards: () => void): HTMLElement {
  const button = document.createElement('button');
  const name = nameOf(box);
  button.type = 'button';
  button.ariaLabel = template.replace('{name}', () => name);
  button.append(labelOf(box, name));
  button.addEventListener('click', () => {
    tick(box, false);
    afterwards();
  });
  const item = document.createElement('li');
  item.append(button);
  return item;
}

function labelOf(box: HTMLInputElement, name: string): string {
  return `${box.closest('label')?.querySelector('[aria-hidden]')?.textContent ?? ''} ${name}`;
}

function tick(box: HTMLInputElement, checked: boolean): void {
  box.checked = checked;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
