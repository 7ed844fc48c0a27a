import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { weekdays } from '../../src/domain/calendar-date.ts';
import { leapDayRules, namedPolicies } from '../../src/domain/milestone.ts';
import { defaultPreferences, frequencies, languages, type Preferences } from '../../src/domain/preferences.ts';
import { eventKinds } from '../../src/domain/relation-event.ts';
import { preferenceFields } from '../../src/requests/preferences.ts';
import { readPreferencesForm, writePreferencesForm } from '../../src/requests/preferences-form.ts';
import { preferencesPage } from '../../src/web/preferences-page.tsx';
import { submissionOf } from '../web/markup.ts';
import { usualFrame as frame, stateChoices } from '../web/sample-pages.ts';

const codes = stateChoices.map(({ code }) => code);
const schema = z.strictObject(preferenceFields(new Set(codes)));
const read = (body: string) => readPreferencesForm(new URLSearchParams(body));
const isTaken = (body: string) => schema.safeParse(read(body)).success;

const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  states: fc.uniqueArray(fc.constantFrom(...codes)),
  pairs: fc.uniqueArray(fc.constantFrom('CN-LS', 'CN-FR', 'FR-GN')),
  kinds: fc.subarray([...eventKinds], { minLength: 1 }),
  policy: fc.oneof(fc.constantFrom(...namedPolicies), fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1 })),
  leadTimes: fc.oneof(
    fc.constantFrom([30, 7, 0], [7, 1, 0]),
    fc.uniqueArray(fc.integer({ min: 0, max: 550 }), { minLength: 1, maxLength: 20 }),
  ),
  frequency: fc.constantFrom(...frequencies),
  weekday: fc.constantFrom(...weekdays),
  hour: fc.integer({ min: 0, max: 23 }),
  timeZone: fc.constantFrom('UTC', 'Asia/Kathmandu', 'Etc/GMT+5', 'America/Argentina/Ushuaia'),
  language: fc.constantFrom(...languages),
  leapDay: fc.constantFrom(...leapDayRules),
  includeSevered: fc.boolean(),
  sendEmpty: fc.boolean(),
});

test('an empty form asks for the defaults', () => {
  expect(schema.parse(read(''))).toEqual(defaultPreferences);
});

describe('a form field', () => {
  test.each([
    ['states=CN&states=LS', { states: ['CN', 'LS'] }],
    ['states=cn, ls', { states: ['cn', 'ls'] }],
    ['pairs=CN-LS, fr-cn；GN-CN、LS-FR%0ACN-FR', { pairs: ['CN-LS', 'fr-cn', 'GN-CN', 'LS-FR', 'CN-FR'] }],
    ['kinds=&kinds=severed', { kinds: ['severed'] }],
    ['kinds=', { kinds: [] }],
    ['policy=tens&policyNumbers=7', { policy: 'tens' }],
    ['policy=own&policyNumbers=7, 70', { policy: [7, 70] }],
    ['policy=7,70', { policy: [7, 70] }],
    ['policy=own', { policy: [] }],
    ['leadTimes=newsroom', { leadTimes: [7, 1, 0] }],
    ['leadTimes=protocol', { leadTimes: [365, 180, 90, 30, 7, 0] }],
    ['leadTimes=default', { leadTimes: [30, 7, 0] }],
    ['leadTimes=30, 7, 0', { leadTimes: [30, 7, 0] }],
    ['leadTimes=own&leadTimeDays=14,2', { leadTimes: [14, 2] }],
    ['frequency=weekly&weekday=friday', { frequency: 'weekly', weekday: 'friday' }],
    ['hour=0', { hour: 0 }],
    ['hour=', {}],
    ['timeZone= Asia/Kathmandu ', { timeZone: 'Asia/Kathmandu' }],
    ['language=en', { language: 'en' }],
    ['leapDay=mar1', { leapDay: 'mar1' }],
    ['includeSevered=true&sendEmpty=on', { includeSevered: true, sendEmpty: true }],
    ['email=desk@ministry.example&website=x&t=y&isAdmin=true', {}],
  ])('is read: %s', (body, raw) => {
    expect(read(body)).toEqual(raw);
  });

  test.each([
    'states=ZZ',
    'pairs=China',
    'kinds=',
    'kinds=war',
    'policy=own&policyNumbers=',
    'policy=own&policyNumbers=ten',
    'policy=banana',
    'leadTimes=own&leadTimeDays=-1',
    'leadTimes=1e3',
    'leadTimes=551',
    'hour=24',
    'hour=8.5',
    'hour=0x8',
    'timeZone=Mars/Base',
    'language=xx',
    'leapDay=never',
    'includeSevered=perhaps',
  ])('that makes no sense is refused and not replaced by a default: %s', (body) => {
    expect(isTaken(body)).toBe(false);
  });
});

test('no body, however hostile, gets past the schema into a field that is not a preference', () => {
  const field = fc.tuple(
    fc.oneof(fc.constantFrom(...Object.keys(defaultPreferences), '__proto__'), fc.string()),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const raw = readPreferencesForm(new URLSearchParams(fields));
      const unknown = Object.keys(raw).filter((name) => !(name in defaultPreferences));
      expect(unknown).toEqual([]);
      expect(() => schema.safeParse(raw)).not.toThrow();
    }),
  );
});

test('what is written into a form is what is read from it', () => {
  fc.assert(
    fc.property(anyPreferences, (preferences) => {
      expect(schema.parse(readPreferencesForm(writePreferencesForm(preferences)))).toEqual(preferences);
    }),
  );
});

test('saving the preference centre as it opens changes nothing', () => {
  fc.assert(
    fc.property(anyPreferences, (preferences) => {
      const form = { values: writePreferencesForm(preferences), faults: [] };
      const html = preferencesPage(frame, { token: 't', email: 'desk@ministry.example', states: stateChoices, form });
      expect(inOrder(schema.parse(readPreferencesForm(submissionOf(html))))).toEqual(inOrder(preferences));
    }),
    { numRuns: 50 },
  );
});

/** Ticked boxes are sent in the order in which they stand on the page. */
function inOrder(preferences: Preferences) {
  return { ...preferences, states: [...preferences.states].sort(), kinds: [...preferences.kinds].sort() };
}
