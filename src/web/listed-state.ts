import type { NamedState } from '../finding/state-index.ts';

/** A state for the suggestions of the browser: its name in the reader's language, and all that it may be called. */
export type ListedState = NamedState & { readonly name: string };
