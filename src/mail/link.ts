/** Where a line of a letter leads. */
export type Link = { readonly text: string; readonly url: string };
