const articles = /^(?:the|la|le|les|el|los|las|l)\s+(?=\S)/;

/**
 * Folds a name for comparison: ignores case, accents, punctuation and articles, and expands abbreviations of "Saint".
 *
 * @example
 * fold('Côte d’Ivoire') // => 'cote divoire'
 * fold('St. Lucia') // => 'saint lucia'
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640'’‘`ʼ]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(^| )ال(?=\p{L}{2})/gu, '$1')
    .replace(/(^| )(?:st|ste|sainte)(?= )/g, '$1saint')
    .trim()
    .replace(articles, '');
}
