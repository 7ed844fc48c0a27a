const MAX_SHOWN = 60;

/** Cuts typed text to fit into a message. */
export function shorten(value: string): string {
  const characters = [...value];
  return characters.length > MAX_SHOWN ? `${characters.slice(0, MAX_SHOWN).join('')}…` : value;
}
