/**
 * Masks an address: its owner can recognise it, and nobody else can use it.
 *
 * @example
 * maskedAddress('desk@ministry.example') // => 'd•••@m•••.example'
 * maskedAddress('d@mfa.gov.example') // => '•••@m•••.example'
 */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const dot = domain.lastIndexOf('.');
  const [name, ending] = dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot)];
  return `${maskPart(address.slice(0, Math.max(at, 0)))}@${maskPart(name)}${ending}`;
}

/** Keeps only the first character, and not even that if it is the only one. */
function maskPart(text: string): string {
  const [first = '', ...rest] = text;
  return `${rest.length === 0 ? '' : first}•••`;
}
