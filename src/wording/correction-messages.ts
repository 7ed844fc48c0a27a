/** The messages of digests, feeds and pages about changed dates. */
export type CorrectionMessages = {
  readonly title: string;
  /** The introduction to a list of changes. */
  readonly lede: string;
  readonly count: (corrections: number) => string;
  /** The subject of a digest with nothing else: the names of the first pair, and the number of others. */
  readonly subject: (first: { readonly names: string; readonly more: number }) => string;
  /** The labels of the old date, the new date and the reason. */
  readonly labels: { readonly before: string; readonly now: string; readonly why: string };
  /** The text for an absent or withdrawn act. */
  readonly nothing: string;
  readonly more: (corrections: number) => string;
};
