/** Finds the checkboxes of states in a form. */
export function stateBoxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="states"]')];
}

export function boxName(box: HTMLInputElement): string {
  return box.closest('label')?.querySelector('.name')?.textContent ?? box.value;
}

/** Returns the name with its flag. */
export function boxLabel(box: HTMLInputElement): string {
  return `${box.closest('label')?.querySelector('[aria-hidden]')?.textContent ?? ''} ${boxName(box)}`;
}
