type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The values of the page's fields, by a name that is the same in every language. */
type Entries = ReadonlyMap<string, string | boolean>;

const storageKey = 'typed';

/**
 * Keeps entries when a link opens the page in another language. Stores them in the tab only, as they may include an
 * address, until the next page with this script has read them.
 */
export function keepTyped(): void {
  const opened = entries();
  restore(new Map(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]')));
  sessionStorage.removeItem(storageKey);
  for (const link of document.querySelectorAll('.languages a'))
    link.addEventListener('click', () => {
      const changed = [...entries()].filter(([name, entry]) => entry !== opened.get(name));
      sessionStorage.setItem(storageKey, JSON.stringify(changed));
    });
}

function entries(): Entries {
  return new Map([...namedFields()].map(([name, field]) => [name, isBox(field) ? field.checked : field.value]));
}

function restore(kept: Entries): void {
  const forms = new Set<HTMLFormElement | null>();
  for (const [name, field] of namedFields()) {
    const entry = kept.get(name);
    if (typeof entry === 'boolean' && isBox(field)) field.checked = entry;
    else if (typeof entry === 'string') field.value = entry;
    else continue;
    field.closest('details')?.setAttribute('open', '');
    forms.add(field.form);
  }
  for (const form of forms) form?.dispatchEvent(new Event('input'));
}

/** Names the fields: boxes by their value, as languages sort countries differently; other fields of one name by position. */
function* namedFields(): Iterable<[string, Field]> {
  for (const form of document.forms) {
    const fields = [...form.elements].filter(isField);
    for (const field of fields) {
      const place = isBox(field) ? field.value : fields.filter(({ name }) => name === field.name).indexOf(field);
      yield [[new URL(form.action).pathname, field.name, place].join(' '), field];
    }
  }
}

function isField(element: Element): element is Field {
  return /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) && element.getAttribute('type') !== 'hidden';
}

function isBox(field: Field): field is HTMLInputElement {
  return field.type === 'checkbox' || field.type === 'radio';
}
