import type { Preferences } from '../domain/subscriber.ts';
import { wordingIn } from '../wording/wording.ts';

/** What a subscriber has chosen, a sentence for each choice, in their language. */
export function settingsInWords(preferences: Preferences): string[] {
  const { digests, pages } = wordingIn(preferences.language);
  const { footer } = digests;
  return [
    footer.follows(preferences),
    footer.kinds(preferences.kinds),
    footer.policy(preferences.policy),
    footer.leadTimes(preferences.leadTimes),
    footer.schedule(preferences),
    ...(preferences.includeSevered ? [pages.form.includeSevered.label] : []),
    ...(preferences.sendEmpty ? [pages.form.sendEmpty.label] : []),
  ];
}
