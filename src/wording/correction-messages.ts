/** The messages of digests, feeds and pages about changed dates. */
export type CorrectionMessages = {
  readonly title: string;
  /** What a list of changes holds. */
  readonly lede: string;
  readonly count: (corrections: number) => string;
  /** The subject of a digest with nothing else: the names of the first pair, and the number of others. */
  readonly subject: (first: { readonly names: string; readonly more: number }) => string;
  /** Each introduces the old date, the new date, and the reason. */
  readonly labels: { readonly before: string; readonly now: string; readonly why: string };
  /** In place of an absent or withdrawn act. */
  readonly nothing: string;
  readonly more: (corrections: number) => string;
};
