/** Selects the browser's time zone in an untouched form; keeps a zone that was chosen before. */
export function proposeTimeZone(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLSelectElement>('select[name="timeZone"]');
  if (field === null || !('proposeTimeZone' in form.dataset) || field.value !== 'UTC') return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const isListed = [...field.options].some(({ value }) => value === timeZone);
  if (!isListed) field.add(new Option(timeZone.replaceAll('_', ' '), timeZone));
  field.value = timeZone;
}
