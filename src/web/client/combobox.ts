/** A choice under a field, and the effect of choosing it. */
export type Choice = { readonly text: string; readonly choose: () => void };

type Behaviour = {
  readonly offer: (typed: string) => Promise<readonly Choice[]>;
  /** Enter picks the first choice if none is active, and never submits the form. */
  readonly picksFirst?: boolean;
};

/** Turns a field into a combobox with a list of choices (ARIA Authoring Practices). */
export function combobox(input: HTMLInputElement, { offer, picksFirst = false }: Behaviour): void {
  const list = listUnder(input);
  const initially = picksFirst ? 0 : -1;
  let [choices, active]: [readonly Choice[], number] = [[], initially];
  let offering = Promise.resolve();

  const show = (offered: readonly Choice[]) => {
    choices = offered;
    list.replaceChildren(...offered.map((choice, index) => option(choice, `${list.id}-${index}`, () => take(choice))));
    list.hidden = offered.length === 0;
    input.ariaExpanded = String(offered.length > 0);
    mark(initially);
  };
  const mark = (index: number) => {
    active = index;
    for (const [place, each] of [...list.children].entries()) each.ariaSelected = String(place === active);
    const id = list.children[active]?.id;
    if (id === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', id);
  };
  const take = (choice: Choice | undefined) => {
    show([]);
    choice?.choose();
  };
  const refresh = async () => {
    const typed = input.value;
    const offered = typed.trim() === '' ? [] : await offer(typed);
    if (input.value === typed && document.activeElement === input) show(offered);
  };

  input.addEventListener('input', () => {
    offering = refresh();
  });
  input.addEventListener('blur', () => show([]));
  input.addEventListener('keydown', (event) => {
    const count = choices.length;
    if (event.isComposing) return;
    if (event.key === 'Enter' && (picksFirst || choices[active])) void offering.then(() => take(choices[active]));
    else if (count === 0) return;
    else if (event.key === 'ArrowDown') mark((active + 1) % count);
    else if (event.key === 'ArrowUp') mark((Math.max(active, 0) + count - 1) % count);
    else if (event.key === 'Escape') show([]);
    else return;
    event.preventDefault();
  });
}

function listUnder(input: HTMLInputElement): HTMLElement {
  const list = document.createElement('div');
  list.id = `${input.id}-list`;
  list.className = 'found';
  list.role = 'listbox';
  list.ariaLabel = input.ariaLabel ?? input.labels?.[0]?.textContent ?? '';
  list.hidden = true;
  input.after(list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);
  input.autocomplete = 'off';
  return list;
}

function option({ text }: Choice, id: string, take: () => void): HTMLElement {
  const element = document.createElement('div');
  element.role = 'option';
  element.id = id;
  element.append(text);
  // Keeps the field's blur from closing the list first.
  element.addEventListener('pointerdown', (event) => event.preventDefault());
  element.addEventListener('click', take);
  return element;
}
