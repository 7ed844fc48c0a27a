/**
 * An address as a page may show it: enough for its owner to know it, too little for anybody else to use it.
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

/** The first character stands for the rest; one that stands alone would give everything away. */
function maskPart(text: string): string {
  const [first = '', ...rest] = text;
  return `${rest.length === 0 ? '' : first}•••`;
}
