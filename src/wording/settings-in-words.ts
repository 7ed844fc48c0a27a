import type { Language, Preferences } from '../domain/preferences.ts';
import { wordingIn } from './wording.ts';

/** What a subscriber has chosen, a sentence for each choice; in their language unless told otherwise. */
export function settingsInWords(preferences: Preferences, language: Language = preferences.language): string[] {
  const { footer } = wordingIn(language).digests;
  return [
    footer.follows(preferences),
    footer.kinds(preferences.kinds),
    footer.policy(preferences.policy),
    footer.leadTimes(preferences.leadTimes),
    footer.schedule(preferences),
    ...(preferences.includeSevered ? [footer.includeSevered] : []),
    ...(preferences.sendEmpty ? [footer.sendEmpty] : []),
  ];
}
