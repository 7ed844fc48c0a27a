const MAX_SHOWN = 60;

/** Typed text, cut to the length that a message can hold. */
export function shorten(value: string): string {
  const characters = [...value];
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : value;
}
