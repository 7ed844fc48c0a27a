import type { Timeline } from '../domain/timeline.ts';
import { datesOf } from '../wording/date-words.ts';
import type { ReportField } from '../wording/reading-messages.ts';
import { FieldFault, faultAttributes } from './field-fault.tsx';
import type { Frame } from './frame.ts';
import { typedForm } from './in-language.tsx';
import { Lines, Sheet } from './message.tsx';
import { page } from './page.tsx';
import { reportPath } from './paths.ts';
import { toReader, useReader } from './reader.ts';
import { Honeypot } from './subscribe-page.tsx';

type ReportFormProps = {
  readonly timeline: Timeline;
  /** The entries, and their faults. */
  readonly values?: URLSearchParams;
  readonly faults?: readonly ReportField[];
};

/** The form to report an error, folded, on the page of a pair. */
export function Report({ timeline }: ReportFormProps) {
  const { report } = useReader().words.reading.relation;
  return (
    <section class="block" id="report">
      <details class="folded">
        <summary>{report.link}</summary>
        <Lines lines={report.lines} />
        <ReportForm timeline={timeline} />
      </details>
    </section>
  );
}

/** Renders the form on its own, with its faults. */
export function reportPage(frame: Frame, asked: ReportFormProps): string {
  const { report } = toReader(frame).words.reading.relation;
  return page(
    frame,
    { title: report.link, isPersonal: true, isTyped: true },
    <Sheet message={report}>
      <ReportForm {...asked} />
    </Sheet>,
  );
}

/** Renders the thanks for a report. */
export function reportedPage(frame: Frame): string {
  const { thanks } = toReader(frame).words.reading.relation.report;
  return page(frame, { title: thanks.title, isPersonal: true }, <Sheet message={thanks} />);
}

function ReportForm({ timeline, values = new URLSearchParams(), faults = [] }: ReportFormProps) {
  const { link, words } = useReader();
  const { report } = words.reading.relation;
  const faultIn = (name: ReportField) => (faults.includes(name) ? report.wrong[name] : undefined);
  return (
    <form method="post" action={link(reportPath(timeline.pair))} id={typedForm} class="preferences" novalidate>
      <div class="field">
        <label for="act">{report.act}</label>
        <select id="act" name="act">
          {timeline.events.map((event) => {
            const value = `${event.kind} ${event.date}`;
            return (
              <option value={value} selected={values.get('act') === value}>
                {words.milestones.event({ ...event, dates: datesOf(event), note: '' })}
              </option>
            );
          })}
          <option value="" selected={values.get('act') === ''}>
            {report.anotherAct}
          </option>
        </select>
      </div>
      <div class="field">
        <label for="text">{report.text}</label>
        <FieldFault id="text" fault={faultIn('text')} />
        <textarea
          id="text"
          name="text"
          rows={3}
          maxlength={1000}
          required
          {...faultAttributes('text', faultIn('text'))}
        >
          {values.get('text') ?? ''}
        </textarea>
      </div>
      <OneLine
        name="date"
        label={report.date}
        hint={report.dateHint}
        value={values.get('date')}
        fault={faultIn('date')}
      />
      <OneLine name="source" label={report.source} value={values.get('source')} fault={faultIn('source')} />
      <Honeypot label={words.form.honeypot} />
      <button type="submit" class="plain">
        {report.send}
      </button>
    </form>
  );
}

type OneLineProps = {
  readonly name: ReportField;
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly fault: string | undefined;
};

function OneLine({ name, label, hint, value, fault }: OneLineProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && <small>{hint}</small>}
      <FieldFault id={name} fault={fault} />
      <input
        type="text"
        id={name}
        name={name}
        value={value ?? ''}
        maxlength={500}
        dir="ltr"
        {...faultAttributes(name, fault)}
      />
    </div>
  );
}
