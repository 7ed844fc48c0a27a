import { distance } from 'fastest-levenshtein';

/**
 * Finds the known name that a misspelt one was probably meant to be: it differs in case, by two swapped letters, or by
 * one letter, two in names of six letters or more. `undefined` if there is none.
 *
 * @example
 * similarName('polcy', ['policy', 'years']) // => 'policy'
 * similarName('cb', ['policy', 'years']) // => undefined
 */
export function similarName<Name extends string>(typed: string, known: readonly Name[]): Name | undefined {
  const wanted = typed.toLowerCase();
  const isNear = (name: string) => {
    const apart = distance(wanted, name);
    return apart <= (wanted.length < 6 ? 1 : 2) || (apart === 2 && sortedLetters(wanted) === sortedLetters(name));
  };
  return known.find((name) => isNear(name.toLowerCase()));
}

function sortedLetters(name: string): string {
  return [...name].sort().join('');
}
