/** A state's checkbox and what it may be called, folded for comparison. */
export type NamedBox = { readonly box: HTMLInputElement; readonly name: string; readonly calls: readonly string[] };

/** The languages that a state can be named in while one looks for it: the six of the United Nations. */
const tongues = ['en', 'fr', 'es', 'ru', 'zh', 'ar'].map((tongue) => new Intl.DisplayNames(tongue, { type: 'region' }));

export function namedBoxes(form: HTMLFormElement): NamedBox[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name="states"]')].map((box) => {
    const name = nameOf(box);
    // Browsers take the codes of former states for their successors.
    const isFormer = box.closest('[data-former]') !== null;
    const names = isFormer ? [] : tongues.map((tongue) => tongue.of(box.value) ?? '');
    return { box, name, calls: [...new Set([name, ...names].map(folded))] };
  });
}

export function nameOf(box: HTMLInputElement): string {
  return box.closest('label')?.querySelector('.name')?.textContent ?? box.value;
}

/** Without case and accents, so that `cote d'ivoire` finds Côte d’Ivoire. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’']/g, "'").toLowerCase().trim();
}

/** The boxes that a text may mean, the likeliest first: its code, the page's or another language's name that begins so, a word that does, any part. */
export function matching(boxes: readonly NamedBox[], text: string, atMost: number): NamedBox[] {
  const wanted = folded(text);
  if (wanted === '') return [];
  const tests = [
    ({ box }: NamedBox) => box.value.toLowerCase() === wanted,
    ({ calls }: NamedBox) => calls[0]?.startsWith(wanted),
    ({ calls }: NamedBox) => calls.some((call) => call.startsWith(wanted)),
    ({ calls }: NamedBox) => calls.some((call) => call.split(/[\s-]/).some((word) => word.startsWith(wanted))),
    ({ calls }: NamedBox) => calls.some((call) => call.includes(wanted)),
  ];
  return [...new Set(tests.flatMap((test) => boxes.filter(test)))].slice(0, atMost);
}
