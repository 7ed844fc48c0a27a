/** Copies the field before the button; if the browser refuses, selects its text, so that the reader can copy it. */
export function offerCopy(button: HTMLButtonElement): void {
  const box = button.previousElementSibling;
  if (!(box instanceof HTMLTextAreaElement)) return;
  button.hidden = false;
  button.addEventListener('click', () => void copy(box, button));
}

async function copy(box: HTMLTextAreaElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(box.value);
    button.textContent = button.dataset.copied ?? '';
  } catch {
    box.select();
  }
}
