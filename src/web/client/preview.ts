import { readTypedPairs } from '../../finding/typed-names.ts';
import { readPreferencesForm } from '../../requests/preferences-form.ts';
import {
  type PreviewAnswer,
  type PreviewLine,
  type PreviewWords,
  previewLines,
  previewSentence,
} from '../preview-words.ts';
import { listedStates } from './listed-states.ts';
import { boxName, stateBoxes } from './state-boxes.ts';

/** The debounce (ms), long enough not to refresh after every digit of a list. */
const PAUSE = 350;

/** Previews the digests that the choices of a form would bring, after each change; for a subscriber also at once. */
export function followChoices(form: HTMLFormElement): void {
  const section = form.querySelector<HTMLElement>('[data-preview]');
  if (section === null) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asking = new AbortController();
  const changed = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && (target.name === '' || target.name === 'email')) return;
    clearTimeout(waiting);
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    waiting = setTimeout(() => void refresh(form, section, signal), PAUSE);
  };
  for (const event of ['input', 'change']) form.addEventListener(event, changed);
  const hasChosen = form.querySelector('[name="t"]') !== null;
  if (hasChosen) void refresh(form, section, asking.signal);
}

/** Refreshes the preview. Shows nothing without an answer or if it rejects the choices: the form itself will explain that. */
async function refresh(form: HTMLFormElement, section: HTMLElement, signal: AbortSignal): Promise<void> {
  const answer = await ask(form, section.dataset.preview ?? '', signal).catch(() => undefined);
  if (signal.aborted) return;
  section.hidden = answer === undefined;
  if (answer === undefined) return;
  const words = readWords(form, section);
  const [sentence, list] = [section.querySelector('p'), section.querySelector('ol')];
  if (sentence) sentence.textContent = previewSentence(answer, words);
  list?.replaceChildren(...previewLines(answer, words).map(line));
}

async function ask(form: HTMLFormElement, url: string, signal: AbortSignal): Promise<PreviewAnswer | undefined> {
  const body = await filledIn(form);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(readPreferencesForm(body)),
    signal,
  });
  return response.ok ? await response.json() : undefined;
}

/** Returns the entries of the form, with pairs typed by name. */
async function filledIn(form: HTMLFormElement): Promise<URLSearchParams> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  if (body.getAll('pairOne').join('') === '') return body;
  for (const pair of readTypedPairs(body, await listedStates()).pairs) body.append('pairs', pair);
  return body;
}

function readWords(form: HTMLFormElement, section: HTMLElement): PreviewWords & { more: string } {
  const names = new Map(stateBoxes(form).map((box) => [box.value, boxName(box)]));
  return {
    messages: JSON.parse(section.dataset.words ?? '{}'),
    more: section.dataset.more ?? '',
    state: (code) => names.get(code) ?? code,
  };
}

function line({ date, text, more }: PreviewLine): HTMLElement {
  const [item, time] = [document.createElement('li'), document.createElement('time')];
  time.textContent = date;
  item.append(time, ' ', text);
  if (more === undefined) return item;
  const link = Object.assign(document.createElement('a'), { href: more.url, target: '_blank', textContent: more.text });
  item.append(' · ', link);
  return item;
}
