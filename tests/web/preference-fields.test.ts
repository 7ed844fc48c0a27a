import { expect, test } from 'vitest';
import { defaultPreferences, preferenceNames } from '../../src/domain/preferences.ts';
import { writePreferencesForm } from '../../src/requests/preferences-form.ts';
import { preferencesPage } from '../../src/web/preferences-page.tsx';
import { blankForm, subscribePage } from '../../src/web/subscribe-page.tsx';
import { usualFrame as frame, stateChoices } from './sample-pages.ts';

const form = { values: writePreferencesForm(defaultPreferences), faults: [] };
const pages = {
  'sign-up': subscribePage(frame, { states: stateChoices, form: blankForm('en') }),
  settings: preferencesPage(frame, { token: 'token', email: 'desk@ministry.example', states: stateChoices, form }),
};

test.each(Object.entries(pages))('the %s page asks for every preference', (_name, page) => {
  const missing = preferenceNames.filter((name) => !page.includes(` name="${name}"`));
  expect(missing).toEqual([]);
});
