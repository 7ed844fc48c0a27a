import type { Preferences } from '../domain/preferences.ts';
import { settingsInWords } from '../wording/settings-in-words.ts';
import { useReader } from './reader.ts';

/** The chosen settings, in the same words as in the footer of every digest. */
export function SettingsInWords({ preferences }: { preferences: Preferences }) {
  const { language, words } = useReader();
  return (
    <section class="settings">
      <h2>{words.confirm.settings}</h2>
      <ul>
        {settingsInWords(preferences, language).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** The subscriber's masked address. */
export function AddressInWords({ label, masked }: { label: string; masked: string }) {
  return (
    <p class="address">
      {label} <strong>{masked}</strong>
    </p>
  );
}
