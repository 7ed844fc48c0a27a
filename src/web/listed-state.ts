import type { NamedState } from '../finding/state-index.ts';

/** A state for suggestions in the browser: its name in the reader's language, and all its names. */
export type ListedState = NamedState & { readonly name: string };
