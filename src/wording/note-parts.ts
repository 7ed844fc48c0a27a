/** What the parts of an event's note are for. The notes of the data are in English, their parts separated by semicolons. */
export type NoteParts = {
  /** Who acted, at which level, in which manner: they belong to the name of the act. */
  readonly qualifiers: string;
  /** Reasons to check the date, or the state of the relations, before acting on it. */
  readonly doubts: readonly string[];
  /** What else is known. */
  readonly others: readonly string[];
};

const doubtful = /^(listed as|wikipedia|earlier than|may be|doubt|on or about|day inferred|date of the cited)/i;
const aboutTheSource = /^(list|source|article|text) /i;
const qualifying =
  /^(as|by) |level|legation|embass|ambassador|charge d'affaires|suspended|frozen|cancelled|interrupted/i;

/**
 * @example
 * notePartsOf('as Soviet Union; listed as suspended; exchange of letters')
 * // => { qualifiers: 'as Soviet Union', doubts: ['listed as suspended'], others: ['exchange of letters'] }
 */
export function notePartsOf(note: string): NoteParts {
  const parts = note.split('; ').filter((part) => part !== '');
  const rest = parts.filter((part) => !doubtful.test(part));
  return {
    qualifiers: withoutRepetition(rest.filter(isQualifier)).join('; '),
    doubts: parts.filter((part) => doubtful.test(part)),
    others: rest.filter((part) => !isQualifier(part)),
  };
}

/** Sources name a predecessor in more words or fewer: `as Dahomey`, `as Republic of China and Dahomey`. */
function withoutRepetition(parts: readonly string[]): string[] {
  return parts.filter((part) => !parts.some((other) => other !== part && other.includes(part.replace(/^as /, ''))));
}

function isQualifier(part: string): boolean {
  return qualifying.test(part) && !aboutTheSource.test(part);
}
