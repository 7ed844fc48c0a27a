import type { TypedName, TypedPair } from '../finding/typed-names.ts';
import { FieldFault, faultAttributes } from './field-fault.tsx';
import { type FilledForm, Question } from './fields.tsx';
import { nameFault } from './name-fault.ts';
import { useReader } from './reader.ts';

const ROWS = 3;
const nothing: TypedName = { text: '', mayMean: [] };

/** Pairs to follow: those chosen before, to keep or to drop, and rows for two names each. */
export function PairFields({ asked }: { asked: FilledForm }) {
  const { label, meaning } = asked.words.pairs;
  const { unclear = [] } = asked;
  const blank = Array.from({ length: Math.max(1, ROWS - unclear.length) }, () => ({ one: nothing, other: nothing }));
  return (
    <Question name="pairs" legend={label} hint={meaning} asked={asked}>
      <input type="hidden" name="pairs" value="" />
      <ChosenPairs name="pairs" values={asked.values.getAll('pairs')} />
      {[...unclear, ...blank].map((row, index) => (
        <PairRow row={row} id={`pair-${index + 1}`} />
      ))}
    </Question>
  );
}

/** The chosen pairs as ticked boxes; clearing a box drops its pair. */
export function ChosenPairs({ name, values }: { readonly name: 'pairs' | 'pair'; readonly values: readonly string[] }) {
  const { names } = useReader().words;
  const codes = values.flatMap((value) => value.split(/[,;\s]+/)).filter((code) => code !== '');
  return (
    <div class="options">
      {codes.map((code) => (
        <label class="option">
          <input type="checkbox" name={name} value={code} checked />
          <span>{isPair(code) ? names.pair(code) : code}</span>
        </label>
      ))}
    </div>
  );
}

function isPair(code: string): code is `${string}-${string}` {
  return /^[A-Z]{2}-[A-Z]{2}$/.test(code);
}

function PairRow({ row: { one, other }, id }: { row: TypedPair; id: string }) {
  const { form, names } = useReader().words;
  const isTyped = one.text + other.text !== '';
  const fault = (name: TypedName, isSame = false) =>
    isTyped ? nameFault(name, { words: form.naming, state: names.state, isSame }) : undefined;
  const isSame = one.code !== undefined && one.code === other.code;
  return (
    <div class="pair-of-fields">
      <NameField name="pairOne" id={`${id}-one`} label={form.naming.one} typed={one.text} fault={fault(one)} />
      <NameField
        name="pairOther"
        id={`${id}-other`}
        label={form.naming.other}
        typed={other.text}
        fault={fault(other, isSame)}
      />
    </div>
  );
}

type NameFieldProps = {
  readonly name: 'pairOne' | 'pairOther' | 'state' | 'with';
  readonly id: string;
  readonly label: string;
  readonly typed: string;
  readonly hint?: string;
  readonly fault: string | undefined;
};

/** A field for the name of a state; the script suggests names. */
export function NameField({ name, id, label, typed, hint, fault }: NameFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldFault id={id} fault={fault} />
      <input
        type="text"
        id={id}
        name={name}
        value={typed}
        placeholder={hint}
        maxlength={400}
        autocomplete="off"
        data-names
        {...faultAttributes(id, fault)}
      />
    </div>
  );
}
