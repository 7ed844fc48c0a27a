/** The sentences of a part, without what only sets them: rules, bullets, flags, numbers in the margin, addresses of links. */
export function linesOfText(text: string): string[] {
  return text
    .replace(/ <https?:[^>]+>/g, '')
    .replace(/[:：]\s*https?:\S+$/gm, '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/^[!·] /gm, '')
    .replace(/\p{Regional_Indicator}{2} /gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '--' && !/^=+$/.test(line));
}

export function linesOfHtml(html: string): string[] {
  return html
    .replace(/<head>.*<\/head>|<!--.*?-->|<div style="display:none.*?<\/div>/gs, '')
    .replace(/<td[^>]*aria-hidden="true"[^>]*>.*?<\/td>|<span aria-hidden="true">.*?<\/span>/gs, '')
    .replace(/<br\/>/g, ' — ')
    .replace(/<\/?(a|strong|span|bdi)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function linksOfHtml(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&')).sort();
}

export function linksOfText(text: string): string[] {
  return [...text.matchAll(/(?::\s|：\s?|<)(https?:[^\s>]+)/g)].map(([, url]) => url ?? '').sort();
}
