/**
 * DynamoDB's expressions, as far as the product writes them ("Condition and filter expressions", "Update expressions",
 * DynamoDB Developer Guide), on items of plain values. What it does not know it refuses.
 */
export type Item = Record<string, unknown>;

export type Expressions = {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Item | undefined;
};

type Operand = (item: Item, given: Expressions) => unknown;
type Test = (item: Item, given: Expressions) => boolean;
type Path = readonly string[];
type Change = (before: Item, after: Item, given: Expressions) => void;

const tests = new Map<string, Test>();
const updates = new Map<string, Change>();

/** Whether an item meets a condition; an item that is not there is given as an empty one. */
export function meets(item: Item, condition: string, given: Expressions): boolean {
  const test = tests.get(condition) ?? whole(condition, anyOf);
  tests.set(condition, test);
  return test(item, given);
}

/** Applies an update to `after`, a copy of `before`: every value that it reads is one from before. */
export function update(before: Item, after: Item, expression: string, given: Expressions): void {
  const change = updates.get(expression) ?? whole(expression, changes);
  updates.set(expression, change);
  change(before, after, given);
}

/** The words of an expression, taken one by one. */
type Words = { readonly peek: (ahead?: number) => string; readonly take: (expected?: string) => string };

function whole<Read>(expression: string, read: (words: Words) => Read): Read {
  const all = expression.match(/<>|<=|>=|[=<>(),+-]|[:#\w.]+/g) ?? [];
  let next = 0;
  const peek = (ahead = 0) => all[next + ahead] ?? '';
  const take = (expected?: string) => {
    const word = peek();
    if (word === '' || (expected !== undefined && word !== expected))
      throw new Error(`Not understood: ${expression}, at ${word || 'its end'}`);
    next += 1;
    return word;
  };
  const result = read({ peek, take });
  if (next < all.length) throw new Error(`Not understood: ${expression}, from ${peek()}`);
  return result;
}

function anyOf(words: Words): Test {
  const parts = separated(words, 'OR', allOf);
  return (item, given) => parts.some((part) => part(item, given));
}

function allOf(words: Words): Test {
  const parts = separated(words, 'AND', one);
  return (item, given) => parts.every((part) => part(item, given));
}

function separated<Read>(words: Words, separator: string, read: (words: Words) => Read): Read[] {
  const parts = [read(words)];
  while (words.peek() === separator) {
    words.take();
    parts.push(read(words));
  }
  return parts;
}

function one(words: Words): Test {
  if (words.peek() === 'NOT') {
    words.take();
    const negated = one(words);
    return (item, given) => !negated(item, given);
  }
  if (words.peek() === '(') return inParentheses(words, anyOf);
  return words.peek(1) === '(' && words.peek() !== 'size' ? predicate(words) : comparison(words);
}

function inParentheses<Read>(words: Words, read: (words: Words) => Read): Read {
  words.take('(');
  const result = read(words);
  words.take(')');
  return result;
}

const predicates: Record<string, (values: readonly unknown[]) => boolean> = {
  attribute_exists: ([value]) => value !== undefined,
  attribute_not_exists: ([value]) => value === undefined,
  begins_with: ([text, start]) => typeof text === 'string' && typeof start === 'string' && text.startsWith(start),
  contains: ([all, part]) => {
    if (typeof all === 'string') return typeof part === 'string' && all.includes(part);
    return all instanceof Set ? all.has(part) : Array.isArray(all) && all.includes(part);
  },
};

function predicate(words: Words): Test {
  const name = words.take();
  const holds = predicates[name];
  if (holds === undefined) throw new Error(`Not understood: ${name}`);
  const operands = inParentheses(words, (inner) => separated(inner, ',', operand));
  return (item, given) => holds(operands.map((each) => each(item, given)));
}

function comparison(words: Words): Test {
  const left = operand(words);
  const sign = words.take();
  if (sign === 'IN') {
    const all = inParentheses(words, (inner) => separated(inner, ',', operand));
    return (item, given) => all.some((each) => compare('=', left(item, given), each(item, given)));
  }
  const right = operand(words);
  if (sign !== 'BETWEEN') return (item, given) => compare(sign, left(item, given), right(item, given));
  words.take('AND');
  const upper = operand(words);
  return (item, given) => {
    const value = left(item, given);
    return compare('>=', value, right(item, given)) && compare('<=', value, upper(item, given));
  };
}

/** Nothing compares with what is missing or of another type, except that it is different. */
function compare(sign: string, one: unknown, other: unknown): boolean {
  const areEqual = one === other && one !== undefined;
  if (sign === '=') return areEqual;
  if (sign === '<>') return !areEqual;
  if (typeof one === 'string' && typeof other === 'string') return isInOrder(sign, one, other);
  return typeof one === 'number' && typeof other === 'number' && isInOrder(sign, one, other);
}

function isInOrder<Ordered extends string | number>(sign: string, one: Ordered, other: Ordered): boolean {
  if (sign === '<') return one < other;
  if (sign === '<=') return one <= other;
  if (sign === '>') return one > other;
  if (sign === '>=') return one >= other;
  throw new Error(`Not understood: ${sign}`);
}

function operand(words: Words): Operand {
  const word = words.take();
  if (word.startsWith(':')) return (_item, given) => namedValue(word, given);
  if (words.peek() !== '(') return (item, given) => valueAt(item, pathOf(word, given));
  const [first, second] = inParentheses(words, (inner) => separated(inner, ',', operand));
  if (word === 'if_not_exists' && first && second) return (item, given) => first(item, given) ?? second(item, given);
  if (word === 'list_append' && first && second)
    return (item, given) =>
      [first(item, given), second(item, given)].flatMap((list) => (Array.isArray(list) ? list : []));
  if (word === 'size' && first) return (item, given) => sizeOf(first(item, given));
  throw new Error(`Not understood: ${word}`);
}

function sizeOf(value: unknown): number | undefined {
  if (value instanceof Set) return value.size;
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

function namedValue(word: string, { ExpressionAttributeValues = {} }: Expressions): unknown {
  if (!(word in ExpressionAttributeValues)) throw new Error(`No value for ${word}`);
  return ExpressionAttributeValues[word];
}

function pathOf(word: string, { ExpressionAttributeNames = {} }: Expressions): Path {
  return word.split('.').map((part) => {
    const name = part.startsWith('#') ? ExpressionAttributeNames[part] : part;
    if (name === undefined) throw new Error(`No name for ${part}`);
    return name;
  });
}

function valueAt(item: Item, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (isItem(value) ? value[name] : undefined), item);
}

export function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Set);
}

function put(item: Item, path: Path, value: unknown): void {
  const [name = '', ...rest] = path;
  if (rest.length === 0) {
    if (value === undefined) delete item[name];
    else item[name] = value;
    return;
  }
  const inner = item[name];
  if (!isItem(inner)) throw new Error(`No map at ${name}`);
  put(inner, rest, value);
}

const clauses: Record<string, (words: Words) => Change> = {
  SET: setting,
  REMOVE: removing,
  ADD: adding,
  DELETE: taking,
};

function changes(words: Words): Change {
  const all: Change[] = [];
  while (words.peek() !== '') {
    const clause = clauses[words.take()];
    if (clause === undefined) throw new Error('Not understood: an update without a clause');
    all.push(...separated(words, ',', clause));
  }
  return (before, after, given) => {
    for (const change of all) change(before, after, given);
  };
}

function setting(words: Words): Change {
  const path = words.take();
  words.take('=');
  const value = sum(words);
  return (before, after, given) => put(after, pathOf(path, given), value(before, given));
}

function sum(words: Words): Operand {
  const left = operand(words);
  const sign = words.peek();
  if (sign !== '+' && sign !== '-') return left;
  words.take();
  const right = operand(words);
  return (item, given) => {
    const [one, other] = [left(item, given), right(item, given)];
    if (typeof one !== 'number' || typeof other !== 'number') throw new Error('An operand is no number');
    return sign === '+' ? one + other : one - other;
  };
}

function removing(words: Words): Change {
  const path = words.take();
  return (_before, after, given) => put(after, pathOf(path, given), undefined);
}

function adding(words: Words): Change {
  const [path, value] = [words.take(), operand(words)];
  return (before, after, given) => {
    const at = pathOf(path, given);
    const [known, more] = [valueAt(before, at), value(before, given)];
    if (more instanceof Set) put(after, at, new Set([...(known instanceof Set ? known : []), ...more]));
    else if (typeof more === 'number') put(after, at, (typeof known === 'number' ? known : 0) + more);
    else throw new Error('ADD takes a number or a set');
  };
}

function taking(words: Words): Change {
  const [path, value] = [words.take(), operand(words)];
  return (before, after, given) => {
    const at = pathOf(path, given);
    const [known, less] = [valueAt(before, at), value(before, given)];
    if (!(known instanceof Set) || !(less instanceof Set)) return;
    const left = new Set([...known].filter((each) => !less.has(each)));
    put(after, at, left.size > 0 ? left : undefined);
  };
}
