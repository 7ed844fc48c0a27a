import { offerCopy } from './copy.ts';
import { offerFinder } from './find-state.ts';
import { keepTyped } from './keep-typed.ts';
import { followChoices } from './preview.ts';
import { offerSearch } from './search.ts';
import { suggestNames } from './suggest-names.ts';
import { proposeTimeZone } from './time-zone.ts';

/**
 * Enhances pages that work without a script: suggestions while states are typed, copying, a search for countries to tick,
 * the time zone of the browser, a preview of digests, and entries that survive a change of language. Never submits a form.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form.search')) offerSearch(form);
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-names]')) suggestNames(input);
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) offerCopy(button);
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-preferences]')) {
  offerFinder(form);
  proposeTimeZone(form);
  followChoices(form);
}
keepTyped();
