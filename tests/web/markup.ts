/** A tag as the pages write it: attributes in double quotes, nothing within them that could end them. */
const tag = /<(?:!doctype html|\/?[a-z][a-z0-9]*(?<attributes>(?:\s[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s?\/?)>/g;

/** What is left of a page without its tags, and the names of the attributes that it uses. */
export function takenApart(html: string): { readonly text: string; readonly attributes: ReadonlySet<string> } {
  const attributes = [...html.matchAll(tag)].flatMap(({ groups }) =>
    [...(groups?.attributes ?? '').matchAll(/\s([a-z][a-z0-9-]*)(?:="[^"]*")?/g)].map(([, name = '']) => name),
  );
  return { text: html.replaceAll(tag, ''), attributes: new Set(attributes) };
}

/** What a browser would send for the first form that has a field of this name, were it submitted as it stands. */
export function submissionOf(html: string): URLSearchParams {
  const sent = new URLSearchParams();
  for (const { 1: element, 2: attributes = '', 3: inner = '' } of html.matchAll(
    /<(input|select)((?:\s[a-z-]+(?:="[^"]*")?)*)\s?\/?>(?:(?<=<select[^>]*>)(.*?)<\/select>)?/gs,
  )) {
    const name = attribute('name', attributes);
    if (name === undefined) continue;
    const isTicked = !/type="(?:radio|checkbox)"/.test(attributes) || /\schecked/.test(attributes);
    const chosen = element === 'select' ? /value="([^"]*)" selected/.exec(inner)?.[1] : attribute('value', attributes);
    if (isTicked) sent.append(name, unescaped(chosen ?? ''));
  }
  return sent;
}

function attribute(name: string, attributes: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
