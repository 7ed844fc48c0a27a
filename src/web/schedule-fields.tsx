import { weekdays } from '../domain/calendar-date.ts';
import { frequencies, type Language, languages } from '../domain/preferences.ts';
import { noticePresetNames } from '../wording/form-messages.ts';
import { capitalise } from '../wording/formats.ts';
import { languageNames } from '../wording/language-names.ts';
import { type FilledForm, fieldAttributes, Labelled, Options, Select } from './fields.tsx';
import { OwnNumbers, Switch } from './milestone-fields.tsx';
import { zonesByContinent } from './time-zones.ts';

/** The fields for lead times, frequency, hour, zone and language. */
export function ScheduleFields({ asked }: { asked: FilledForm }) {
  const { words } = asked;
  return (
    <>
      <Options
        name="leadTimes"
        kind="radio"
        legend={words.leadTimes}
        options={[...noticePresetNames, 'own' as const].map((value) => ({ value, ...words.noticePresets[value] }))}
        asked={asked}
      >
        <OwnNumbers name="leadTimeDays" label={words.leadTimeDays} of="leadTimes" asked={asked} />
      </Options>
      <Options
        name="frequency"
        kind="radio"
        legend={words.frequency}
        options={frequencies.map((value) => ({ value, ...words.frequencies[value] }))}
        asked={asked}
      />
      <div class="pair-of-fields">
        <Select
          name="weekday"
          label={words.weekday}
          options={weekdays.map((value) => ({ value, label: words.weekdays[value] }))}
          asked={asked}
        />
        <Select name="hour" label={words.hour} options={hours(asked)} asked={asked} />
      </div>
      <TimeZoneField asked={asked} />
      <Select name="language" label={words.language} options={languages.map(inItself)} asked={asked} />
      <Switch name="sendEmpty" asked={asked} />
    </>
  );
}

/** The zones of the runtime by continent. A chosen zone that it does not list comes first, so that it is kept. */
function TimeZoneField({ asked }: { asked: FilledForm }) {
  const { label, meaning } = asked.words.timeZone;
  const chosen = asked.values.get('timeZone') ?? 'UTC';
  const continents = [...zonesByContinent()];
  const isListed = continents.some(([, zones]) => zones.some(({ zone }) => zone === chosen));
  return (
    <Labelled name="timeZone" label={label} hint={meaning} asked={asked}>
      <select {...fieldAttributes('timeZone', meaning, asked)}>
        {!isListed && <Zone name={chosen} chosen={chosen} />}
        {chosen !== 'UTC' && <Zone name="UTC" chosen={chosen} />}
        {continents.map(([continent, zones]) => (
          <optgroup label={continent}>
            {zones.map(({ zone, city }) => (
              <Zone name={zone} label={city} chosen={chosen} />
            ))}
          </optgroup>
        ))}
      </select>
    </Labelled>
  );
}

/** A zone, under the English city name of the IANA database. */
function Zone({ name, label = name, chosen }: { name: string; label?: string; chosen: string }) {
  return (
    <option value={name} selected={name === chosen} lang={label === name ? undefined : 'en'}>
      {label.replaceAll('_', ' ')}
    </option>
  );
}

function hours({ words }: FilledForm) {
  return Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: words.hourOf(hour) }));
}

/** A language under its own name. */
function inItself(language: Language) {
  return { value: language, label: capitalise(languageNames[language]) };
}
