import type { Language, Preferences } from '../domain/preferences.ts';
import { pagesIn } from '../wording/pages.ts';
import { settingsInWords } from '../wording/settings-in-words.ts';

/** The chosen settings in the words that stand at the foot of every digest. */
export function SettingsInWords({ preferences, language }: { preferences: Preferences; language: Language }) {
  return (
    <section class="settings">
      <h2>{pagesIn(language).confirm.settings}</h2>
      <ul>
        {settingsInWords(preferences, language).map((line) => (
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
