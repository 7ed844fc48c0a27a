/** A heading and the paragraphs below it. */
export type Message = { readonly title: string; readonly lines: readonly string[] };
