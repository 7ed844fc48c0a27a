import { offerFinder } from './find-state.ts';
import { followChoices } from './preview.ts';
import { proposeTimeZone } from './time-zone.ts';

/**
 * What the script adds to a form that works without it: a search for countries, the time zone of the browser, and
 * what the choices would bring. It never submits a form.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-preferences]')) {
  offerFinder(form);
  proposeTimeZone(form);
  followChoices(form);
}
