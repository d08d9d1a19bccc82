import type { FieldProblem, Schemas } from './api.ts';
import { AreaField, given, SelectField, TextField } from './parts.tsx';
import { ASSIGNMENT, LEGAL_BASIS, OFFENCE } from './words.ts';

/** Why somebody searches: the same fields wherever reads are asked for, each named as the API names what is wrong with it. */
export function PurposeFields({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <>
      <TextField label="Offence" name="purpose.offenceCode" list="offences" autocomplete="off" hint="Type a part of its name or its code" problems={problems} />
      <datalist id="offences">
        {Object.entries(OFFENCE).map(([code, words]) => (
          <option key={code} value={`${code} ${words}`} />
        ))}
      </datalist>
      <TextField label="Case or call number" name="purpose.caseNumber" autocomplete="off" problems={problems} />
      <SelectField label="Legal basis" name="purpose.legalBasis" options={LEGAL_BASIS} empty="Choose" problems={problems} />
      <TextField label="Number of the warrant or order" name="purpose.warrantNumber" hint="Where a court gave one; the city may ask for it for older reads" autocomplete="off" maxLength={40} problems={problems} />
      <TextField label="On behalf of" name="purpose.onBehalfOf" defaultValue="self" hint="self, or an agency's ORI and its grant" problems={problems} />
      <SelectField label="Outside assignment" name="purpose.outsideAssignment" options={ASSIGNMENT} empty="Choose" problems={problems} />
    </>
  );
}

export function NarrativeField({ label, problems }: { label: string; problems: readonly FieldProblem[] }) {
  return (
    <AreaField label={label} name="purpose.narrative" maxLength={2000} problems={problems}
      hint="In your words, so that a reader can tell the case from any other" />
  );
}

/** What is not filled in is not sent: the API answers everything that is missing. */
export function purposeOf(fields: FormData): Schemas['Purpose'] {
  const names = [...fields.keys()].filter((name) => name.startsWith('purpose.'));
  const purpose = Object.fromEntries(Object.entries(given(fields, ...names)).map(([name, value]) => [name.slice('purpose.'.length), value]));
  if (purpose['offenceCode'] !== undefined) purpose['offenceCode'] = purpose['offenceCode'].split(' ')[0] ?? '';
  return purpose as unknown as Schemas['Purpose'];
}

/** The window of a search, asked for in this place's time. */
export function WindowFields({ from, to, problems }: { from: number; to: number; problems: readonly FieldProblem[] }) {
  return (
    <>
      <TextField label="From" name="from" type="datetime-local" defaultValue={local(from)} problems={problems} />
      <TextField label="To" name="to" type="datetime-local" defaultValue={local(to)} problems={problems} />
    </>
  );
}

export function windowOf(fields: FormData): { from?: string; to?: string } {
  return instantsOf(fields, 'from', 'to');
}

/** Dates and times of this place, as the API takes them; one that is left empty is left out, and one that is none is the API's to refuse. */
export function instantsOf<N extends string>(fields: FormData, ...names: N[]): Partial<Record<N, string>> {
  return Object.fromEntries(Object.entries(given(fields, ...names)).map(([name, text]) => [name, instant(text)])) as Partial<Record<N, string>>;
}

function instant(text: string): string {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
}

/** A datetime-local value: this place's time without a zone, to the minute. */
export function local(millis: number): string {
  const zone = new Date(millis).getTimezoneOffset() * 60_000;
  return new Date(millis - zone).toISOString().slice(0, 16);
}
