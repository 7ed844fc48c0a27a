import { readPreferencesForm } from '../../requests/preferences-form.ts';
import { type PreviewAnswer, type PreviewWords, previewLines, previewSentence } from '../preview-words.ts';
import { nameOf } from './state-names.ts';

/** Long enough that somebody who types a list is not answered after every digit (ms). */
const PAUSE = 350;

/** Says, while somebody chooses, how many digests the choices would bring and what the next ones tell; to a subscriber at once. */
export function followChoices(form: HTMLFormElement): void {
  const section = form.querySelector<HTMLElement>('[data-preview]');
  if (section === null) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && (target.name === '' || target.name === 'email')) return;
    clearTimeout(waiting);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    waiting = setTimeout(() => void refresh(form, section, signal), PAUSE);
  });
  const hasChosen = form.querySelector('[name="t"]') !== null;
  if (hasChosen) void refresh(form, section, asking.signal);
}

/** No answer, or one that refuses the choices, shows nothing: the form itself will say what is wrong. */
async function refresh(form: HTMLFormElement, section: HTMLElement, signal: AbortSignal): Promise<void> {
  const answer = await ask(form, section.dataset.preview ?? '', signal).catch(() => undefined);
  if (signal.aborted) return;
  section.hidden = answer === undefined;
  if (answer === undefined) return;
  const words = wordsOf(form, section);
  const [sentence, list] = [section.querySelector('p'), section.querySelector('ol')];
  if (sentence) sentence.textContent = previewSentence(answer, words);
  list?.replaceChildren(...previewLines(answer, words).map(line));
}

async function ask(form: HTMLFormElement, url: string, signal: AbortSignal): Promise<PreviewAnswer | undefined> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(readPreferencesForm(body)),
    signal,
  });
  return response.ok ? await response.json() : undefined;
}

function wordsOf(form: HTMLFormElement, section: HTMLElement): PreviewWords {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="states"]')];
  const names = new Map(boxes.map((box) => [box.value, nameOf(box)]));
  return {
    messages: JSON.parse(section.dataset.words ?? '{}'),
    state: (code) => names.get(code) ?? code,
  };
}

function line({ date, text }: { readonly date: string; readonly text: string }): HTMLElement {
  const [item, time] = [document.createElement('li'), document.createElement('time')];
  time.textContent = date;
  item.append(time, ' ', text);
  return item;
}
