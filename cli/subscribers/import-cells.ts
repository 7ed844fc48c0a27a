import type { State } from '../../src/domain/state.ts';
import { listedTimeZones } from '../../src/domain/time-zone.ts';
import { findStates } from '../../src/finding/find-states.ts';
import { fold } from '../../src/finding/fold.ts';
import { type NamedState, stateIndex } from '../../src/finding/state-index.ts';
import type { Meaning } from './import-columns.ts';

/** The states with the names and capitals that cells may contain. */
export type ImportedStates = readonly Pick<State, 'code' | 'name' | 'officialName' | 'kind' | 'timeZone'>[];

/**
 * Creates a reader of cells: `read` normalises one to the form's spelling and leaves invalid text for the schema to reject;
 * `suggest` lists what a rejected text may mean.
 *
 * @example
 * cellReader(states).read('includeSevered', 'VRAI') // => 'true'
 * cellReader(states).read('states', 'China; FR LS') // => 'CN,FR,LS'
 * cellReader(states).suggest('timeZone', 'China Standard Time') // => ['Asia/Shanghai']
 */
export function cellReader(states: ImportedStates) {
  const index = stateIndex(states);
  return {
    read(meaning: Meaning, cell: string): string {
      if (meaning === 'email') return cell.replace(/^'(?=[=+\-@])/, '');
      if (meaning === 'states')
        return cell
          .split(/[,;\n]/)
          .flatMap((part) => codesIn(part, index))
          .join();
      if (meaning === 'includeSevered' || meaning === 'sendEmpty') return readSwitch(cell);
      return words.has(meaning) ? cell.toLowerCase() : cell;
    },

    suggest(meaning: Meaning, text: string): readonly string[] {
      if (meaning === 'states') return (findStates(text, index)?.codes ?? []).slice(0, MAX_SUGGESTIONS);
      return meaning === 'timeZone' ? zonesLike(text, states, index) : [];
    },
  };
}

const MAX_SUGGESTIONS = 3;

/** The meanings to read in any case, as spreadsheets tend to capitalise words. */
const words: ReadonlySet<Meaning> = new Set([
  'kinds',
  'policy',
  'frequency',
  'weekday',
  'language',
  'leapDay',
  'status',
]);

/** True and false as spreadsheets write them in each language. */
const switches: Readonly<Record<string, string>> = {
  ...{ true: 'true', vrai: 'true', verdadero: 'true', истина: 'true' },
  ...{ false: '', faux: '', falso: '', ложь: '' },
};

function readSwitch(cell: string): string {
  return switches[cell.toLowerCase()] ?? cell;
}

/** Reads a state's name, or several codes; otherwise returns the text as typed. */
function codesIn(part: string, index: readonly NamedState[]): string[] {
  const named = findCode(part, index);
  if (named !== undefined) return [named];
  const codes = part.trim().toUpperCase().split(/\s+/);
  return codes.every((code) => index.some((state) => state.code === code)) ? codes : [part];
}

function findCode(name: string, index: readonly NamedState[]): string | undefined {
  const found = findStates(name, index);
  return found?.match === 'exact' && found.codes.length === 1 ? found.codes[0] : undefined;
}

/** Finds the zone of a city, or of a state's capital, in a text such as `Shanghai` or `China Standard Time`. */
function zonesLike(text: string, states: ImportedStates, index: readonly NamedState[]): string[] {
  const name = fold(text.replace(/\b(?:standard|daylight|time)\b/gi, ''));
  const ofCity = [...listedTimeZones()].filter((zone) => fold(zone.slice(zone.lastIndexOf('/') + 1)) === name);
  const code = findCode(name, index);
  return ofCity.length > 0 ? ofCity : states.flatMap((state) => (state.code === code ? state.timeZone : []));
}
