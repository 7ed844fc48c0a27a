import type { Language, PreferenceName, Preferences, SwitchName } from '../domain/preferences.ts';
import { switchNames } from '../domain/preferences.ts';
import type { FooterMessages } from './catalogue.ts';
import { wordingIn } from './wording.ts';

/** Describes a subscriber's preferences in a sentence each, in their language unless another is given. */
export function settingsInWords(preferences: Preferences, language: Language = preferences.language): string[] {
  const { footer } = wordingIn(language).digests;
  const said = Object.values(sentences).flatMap((sentence) => sentence?.(footer, preferences) ?? []);
  return [...said, ...switchNames.filter((name) => preferences[name]).map((name) => footer[name])];
}

type Sentence = (footer: FooterMessages, preferences: Preferences) => string;

/** The sentences of preferences; those without one are part of another sentence, or visible in the mail. */
const sentences: Readonly<Record<Exclude<PreferenceName, SwitchName>, Sentence | undefined>> = {
  states: (footer, preferences) => footer.follows(preferences),
  pairs: undefined,
  kinds: (footer, { kinds }) => footer.kinds(kinds),
  policy: (footer, { policy }) => footer.policy(policy),
  leadTimes: (footer, { leadTimes }) => footer.leadTimes(leadTimes),
  frequency: (footer, preferences) => footer.schedule(preferences),
  weekday: undefined,
  hour: undefined,
  timeZone: undefined,
  language: undefined,
  leapDay: undefined,
};
