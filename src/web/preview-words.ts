import type { PreviewMessages } from '../wording/form-messages.ts';

/** The answer of `POST /v1/preview`. */
export type PreviewAnswer = {
  readonly digestsInNext12Months: number;
  /** The next digests, at most five. */
  readonly next: readonly PreviewedDigest[];
};

type PreviewedDigest = {
  /** The day on which it goes out, `YYYY-MM-DD`. */
  readonly on: string;
  readonly items: readonly { readonly pair: string; readonly years: number; readonly title: string }[];
  /** The number of further milestones. */
  readonly more: number;
  /** The address of the full list. */
  readonly list: string;
};

/** The page's messages and names. */
export type PreviewWords = {
  readonly messages: PreviewMessages;
  readonly state: (code: string) => string;
};

/**
 * Summarises the answer in one sentence.
 *
 * @example
 * // => '17 digests in the next 12 months; the next: 12 January, China – Lesotho, 30 years'
 */
export function previewSentence({ digestsInNext12Months: count, next }: PreviewAnswer, words: PreviewWords): string {
  const { messages } = words;
  const { locale } = messages;
  if (count === 0) return messages.none;
  const first = next.find(({ items }) => items.length > 0);
  const item = first?.items[0];
  const templates = first === undefined ? messages.empty : messages.digests;
  return fill(templates[new Intl.PluralRules(locale).select(count)] ?? templates.other, {
    count: count.toLocaleString(locale),
    date: first === undefined ? '' : dayIn(locale, first.on),
    pair: item === undefined ? '' : pairIn(words, item.pair),
    years: new Intl.NumberFormat(locale, { style: 'unit', unit: 'year', unitDisplay: 'long' }).format(item?.years ?? 0),
  });
}

/** A digest in one line; `more` links to the milestones after the first, if any. */
export type PreviewLine = {
  readonly date: string;
  readonly text: string;
  readonly more: { readonly text: string; readonly url: string } | undefined;
};

/** Lists the next digests in a line each: the day, the first milestone, and a link to the `{count}` others. */
export function previewLines(
  { next }: PreviewAnswer,
  { more: template, ...words }: PreviewWords & { readonly more: string },
): PreviewLine[] {
  return next.map(({ on, items: [item, ...others], more, list }) => {
    const count = others.length + more;
    return {
      date: dayIn(words.messages.locale, on),
      text: item === undefined ? '–' : `${pairIn(words, item.pair)}: ${item.title}`,
      more: count === 0 ? undefined : { text: fill(template, { count: String(count) }), url: list },
    };
  });
}

function pairIn({ messages, state }: PreviewWords, pair: string): string {
  const [one = '', other = ''] = pair.split('-').map(state);
  return fill(messages.pair, { one, other });
}

function dayIn(locale: string, day: string): string {
  return new Date(day).toLocaleDateString(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
