import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { FieldProblem, Outcome, Trouble } from './api.ts';
import { plateTrouble, shown } from './text.ts';
import { trouble as inWords } from './words.ts';

/** The few parts that every view is made of: native controls with their label, hint and error tied to them. */

/** Something that somebody typed elsewhere, in its own direction, nothing in it hidden. */
export function Said({ text }: { text: string }) {
  return <bdi>{shown(text)}</bdi>;
}

export function Notice({ kind, children }: { kind: 'error' | 'good' | 'note'; children: ComponentChildren }) {
  return (
    <p class={`notice ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}

export function TroubleNotice({ of }: { of: Trouble | undefined }) {
  if (of === undefined) return null;
  const entry = of.kind === 'problem' ? of.problem.entryId : undefined;
  return (
    <Notice kind="error">
      {inWords(of)}
      {entry === undefined ? null : <small class="receipt"> Ledger entry {entry}.</small>}
    </Notice>
  );
}

/** What is wrong with a form, by field. */
export function problemsOf(trouble: Trouble | undefined): readonly FieldProblem[] {
  return trouble?.kind === 'problem' ? (trouble.problem.problems ?? []) : [];
}

interface FieldProps {
  label: string;
  name: string;
  hint?: string | undefined;
  problems?: readonly FieldProblem[];
  /** What this page itself sees wrong while somebody types. */
  wrong?: string;
}

type Control = (ids: { id: string; name: string; 'aria-describedby': string; 'aria-invalid': boolean }) => JSX.Element;

export function Field({ label, name, hint, problems = [], wrong = '', control }: FieldProps & { control: Control }) {
  const id = useId();
  const messages = [...(wrong === '' ? [] : [wrong]), ...problems.filter((one) => one.field === name).map(sentence)];
  return (
    <div class={messages.length > 0 ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
      {control({ id, name, 'aria-describedby': `${id}-hint ${id}-error`, 'aria-invalid': messages.length > 0 })}
      <div class="error" id={`${id}-error`}>
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </div>
  );
}

function sentence({ code, message }: FieldProblem): string {
  return code === 'missing' ? 'This is missing.' : `Not accepted: ${message}.`;
}

export function TextField(props: FieldProps & JSX.InputHTMLAttributes<HTMLInputElement>) {
  const { label, name, hint, problems, wrong, ...rest } = props;
  return <Field {...{ label, name, hint, problems, wrong } as FieldProps} control={(ids) => <input {...rest} {...ids} />} />;
}

/** A plate as somebody types it; letters that only look like those of a plate are named at once. */
export function PlateField({ label = 'Plate', name = 'plate', before = '', wildcards = false, changed, ...rest }: {
  label?: string;
  name?: string;
  hint?: string;
  problems?: readonly FieldProblem[];
  /** What stands there at first. */
  before?: string;
  wildcards?: boolean;
  changed?: (plate: string) => void;
}) {
  const [plate, setPlate] = useState(before);
  const typed = (text: string) => {
    setPlate(text);
    changed?.(text);
  };
  return (
    <TextField {...rest} label={label} name={name} autocapitalize="characters" autocomplete="off" spellcheck={false} maxLength={40} value={plate}
      onInput={(event) => typed(event.currentTarget.value)} wrong={plateTrouble(plate, wildcards)} />
  );
}

/** Boxes to be ticked that belong together; what is wrong with them stands below, and the first is where one is led. */
export function Choices({ label, name, hint, options, problems = [], narrowed = '' }: FieldProps & {
  options: Record<string, string>;
  /** Hides those without it; what is ticked stays ticked. */
  narrowed?: string;
}) {
  const id = useId();
  const messages = problems.filter((one) => one.field === name).map(sentence);
  return (
    <fieldset class={messages.length > 0 ? 'choices wrong' : 'choices'} aria-describedby={`${id}-error`}>
      <legend>{label}</legend>
      {hint === undefined ? null : <small>{hint}</small>}
      {Object.entries(options).map(([code, words]) => (
        <label key={code} class="check" hidden={!words.toLowerCase().includes(narrowed.toLowerCase())}>
          <input type="checkbox" name={name} value={code} aria-invalid={messages.length > 0} /> {words}
        </label>
      ))}
      <div class="error" id={`${id}-error`}>
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </fieldset>
  );
}

export function AreaField(props: FieldProps & JSX.TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { label, name, hint, problems, wrong, ...rest } = props;
  return (
    <Field {...{ label, name, hint, problems, wrong } as FieldProps} control={(ids) => <textarea rows={4} {...rest} {...ids} />} />
  );
}

export function SelectField({
  options,
  empty,
  value,
  onChange,
  ...props
}: FieldProps & { options: Record<string, string>; empty?: string; value?: string; onChange?: (code: string) => void }) {
  return (
    <Field
      {...props}
      control={(ids) => (
        <select {...ids} onChange={(event) => onChange?.(event.currentTarget.value)}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {Object.entries(options).map(([code, words]) => (
            <option key={code} value={code} selected={code === value}>
              {words}
            </option>
          ))}
        </select>
      )}
    />
  );
}

/** Sends once; the button says so meanwhile, and whatever went wrong stands above it. What is typed stays. */
export function Form({
  submit,
  send,
  children,
  trouble,
}: {
  submit: string;
  send: (fields: FormData) => Promise<unknown>;
  children: ComponentChildren;
  trouble: Trouble | undefined;
}) {
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const count = problemsOf(trouble).length;
  useEffect(() => {
    if (count > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [trouble]);
  const submitted = async (event: Event) => {
    event.preventDefault();
    if (busy || form.current === null) return;
    setBusy(true);
    try {
      await send(new FormData(form.current));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} onSubmit={submitted} noValidate>
      {children}
      {count > 0 ? (
        <Notice kind="error">
          {count === 1 ? 'One thing is' : `${count} things are`} missing or wrong; each stands at its field.
        </Notice>
      ) : (
        <TroubleNotice of={trouble} />
      )}
      <button class="main" type="submit" disabled={busy} aria-busy={busy}>
        {busy ? 'Sending …' : submit}
      </button>
    </form>
  );
}

/** What is rarely needed: made when it is opened first, and kept then, so that nothing typed is lost by closing it. */
export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  const [wasOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(wasOpen || event.currentTarget.open)}>
      <summary>{summary}</summary>
      {wasOpen ? children : null}
    </details>
  );
}

/** Time of day here, with the date when that is not today; the full time is in the element. */
export function Time({ at }: { at: string }) {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return <time dateTime={at}>{isToday ? time : `${date.toLocaleDateString()} ${time}`}</time>;
}

/** Asks when it appears; answers what came, and how to ask again. */
export function useAsked<T>(ask: () => Promise<Outcome<T>>, about: readonly unknown[] = []) {
  const [outcome, setOutcome] = useState<Outcome<T> | undefined>(undefined);
  const again = async () => setOutcome(await ask());
  useEffect(() => void again(), about);
  return { outcome, again, setOutcome };
}

/** Shows what was asked for once it is there, and why not otherwise. */
export function Asked<T>({
  outcome,
  again,
  children,
}: {
  outcome: Outcome<T> | undefined;
  again: () => unknown;
  children: (data: T) => ComponentChildren;
}) {
  if (outcome === undefined) return <p role="status">Asking the city …</p>;
  if (outcome.ok) return <>{children(outcome.data)}</>;
  return (
    <>
      <TroubleNotice of={outcome.trouble} />
      <button type="button" onClick={again}>
        Try again
      </button>
    </>
  );
}

/** Text of a field, without spaces around it; a field that is left empty is left out, so that the API says it is missing. */
export function given(fields: FormData, ...names: string[]): Record<string, string> {
  const entries = names.map((name) => [name, String(fields.get(name) ?? '').trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
