import type { Language, Preferences } from '../domain/subscriber.ts';
import { wordingIn } from '../wording/wording.ts';

/** The chosen settings in the words that stand at the foot of every digest. */
export function SettingsInWords({ preferences, language }: { preferences: Preferences; language: Language }) {
  const { digests, pages } = wordingIn(language);
  const { form } = pages;
  const lines = [
    digests.footer.follows(preferences),
    digests.footer.kinds(preferences.kinds),
    digests.footer.policy(preferences.policy),
    digests.footer.leadTimes(preferences.leadTimes),
    digests.footer.schedule(preferences),
    ...(preferences.includeSevered ? [form.includeSevered.label] : []),
    ...(preferences.sendEmpty ? [form.sendEmpty.label] : []),
  ];
  return (
    <section class="settings">
      <h2>{pages.confirm.settings}</h2>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whose subscription it is, told to its owner and to nobody else. */
export function AddressInWords({ label, masked }: { label: string; masked: string }) {
  return (
    <p class="address">
      {label} <strong>{masked}</strong>
    </p>
  );
}
