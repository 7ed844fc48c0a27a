/** A link in a letter. */
export type Link = { readonly text: string; readonly url: string };
