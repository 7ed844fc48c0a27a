/** What digests, feeds and pages say of dates that have changed in the data. */
export type CorrectionMessages = {
  readonly title: string;
  /** What a list of changes holds. */
  readonly lede: string;
  readonly count: (corrections: number) => string;
  /** The subject of a digest that tells nothing else: the names of the first pair, and how many more there are. */
  readonly subject: (first: { readonly names: string; readonly more: number }) => string;
  /** Each introduces what was said, what is said now, and who or what decided. */
  readonly labels: { readonly before: string; readonly now: string; readonly why: string };
  /** In place of an act that there was not, or is not any more. */
  readonly nothing: string;
  readonly more: (corrections: number) => string;
};
