import type { Child } from 'hono/jsx';
import type { TypedPair } from '../finding/typed-names.ts';
import type { Choice, FormField, FormMessages } from '../wording/form-messages.ts';

/** The state of a form: the values of its fields, and the faults of the last attempt. */
export type FormState = {
  readonly values: URLSearchParams;
  readonly faults: readonly FormField[];
  /** Set once somebody has filled it in, so that switching the language keeps the entries. */
  readonly isTyped?: true;
  /** Pairs typed by ambiguous or unknown names. */
  readonly unclear?: readonly TypedPair[];
};

export type FilledForm = FormState & { readonly words: FormMessages };

type Option = Partial<Choice> & { readonly value: string; readonly label: string };

/** A question with several answers to tick or one to pick, and `children` below them. */
export function Options({ name, legend, hint, kind, options, asked, children }: OptionsProps) {
  const chosen = asked.values.getAll(name);
  return (
    <Question name={name} legend={legend} hint={hint} asked={asked}>
      <div class="options">
        {options.map(({ value, label, meaning }) => (
          <label class="option">
            <input type={kind} name={name} value={value} checked={chosen.includes(value)} />
            <span>
              {label}
              {meaning && <small>{meaning}</small>}
            </span>
          </label>
        ))}
      </div>
      {children}
    </Question>
  );
}

type OptionsProps = {
  readonly name: FormField;
  readonly legend: string;
  readonly hint?: string;
  readonly kind: 'radio' | 'checkbox';
  readonly options: readonly Option[];
  readonly asked: FilledForm;
  readonly children?: Child;
};

/** A group of fields for one question, with its hint and, after a failed attempt, its fault. */
export function Question({ name, legend, hint, asked, children }: QuestionProps) {
  return (
    <fieldset aria-describedby={describedBy(name, hint, asked)}>
      <legend>{legend}</legend>
      <Hint name={name} hint={hint} />
      <Fault name={name} asked={asked} />
      {children}
    </fieldset>
  );
}

type QuestionProps = Pick<OptionsProps, 'name' | 'legend' | 'hint' | 'asked'> & { readonly children: Child };

/** One field with its label above it. */
export function Labelled({ name, label, hint, asked, children }: LabelledProps) {
  return (
    <div class="field">
      <label for={fieldId(name)}>{label}</label>
      <Hint name={name} hint={hint} />
      <Fault name={name} asked={asked} />
      {children}
    </div>
  );
}

type LabelledProps = Pick<OptionsProps, 'name' | 'hint' | 'asked'> & {
  readonly label: string;
  readonly children: Child;
};

export function Select({ name, label, hint, asked, options }: SelectProps) {
  const chosen = asked.values.get(name);
  return (
    <Labelled name={name} label={label} hint={hint} asked={asked}>
      <select {...fieldAttributes(name, hint, asked)}>
        {options.map(({ value, label: text }) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type SelectProps = Omit<LabelledProps, 'children'> & { readonly options: readonly Option[] };

/** Returns the attributes that link a field to its label, hint and fault. */
export function fieldAttributes(name: FormField, hint: string | undefined, asked: FilledForm) {
  const isFaulty = asked.faults.includes(name);
  return {
    id: fieldId(name),
    name,
    'aria-describedby': describedBy(name, hint, asked),
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  };
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

function Hint({ name, hint }: { name: FormField; hint: string | undefined }) {
  if (hint === undefined) return null;
  return (
    <p class="hint" id={`hint-${name}`}>
      {hint}
    </p>
  );
}

function Fault({ name, asked }: { name: FormField; asked: FilledForm }) {
  if (!asked.faults.includes(name)) return null;
  return (
    <p class="fault" id={`fault-${name}`}>
      {asked.words.faults[name]}
    </p>
  );
}

function describedBy(name: FormField, hint: string | undefined, { faults }: FormState): string | undefined {
  const ids = [...(hint === undefined ? [] : [`hint-${name}`]), ...(faults.includes(name) ? [`fault-${name}`] : [])];
  return ids.length === 0 ? undefined : ids.join(' ');
}
