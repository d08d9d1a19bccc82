import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { AreaField, Fold, Form, given, problemsOf, SelectField, TextField } from '../parts.tsx';
import { instantsOf, local } from '../purpose.tsx';
import { CATEGORY } from '../words.ts';

type Entry = Schemas['HotListEntry'];

/** What somebody else changed meanwhile is never overwritten: the city refuses an older revision, and the newer one is shown. */
export function EditEntry({ entry, changed }: { entry: Entry; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const answer = await post('/v1/hot-list-entries/{recordId}/updates', { recordId: entry.recordId }, updated(entry, fields));
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok || (answer.trouble.kind === 'problem' && answer.trouble.problem.status === 409)) await changed();
  };
  const problems = problemsOf(trouble);
  return (
    <Fold summary="Change it (its author, or the Program Manager)">
      <Form key={entry.revision} submit="Change the entry" send={send} trouble={trouble}>
        <p>A longer life or another category needs a new approval. The plate stays: withdraw the entry to list another one.</p>
        <SelectField label="Category" name="category" options={CATEGORY} value={entry.category} problems={problems} />
        <TextField label="State" name="state" defaultValue={entry.state} hint="Two letters, or UNKNOWN" autocapitalize="characters" autocomplete="off" problems={problems} />
        <TextField label="Case number" name="caseNumber" defaultValue={entry.caseNumber} autocomplete="off" problems={problems} />
        <TextField label="Expires" name="expires" type="datetime-local" defaultValue={local(Date.parse(entry.expires))} problems={problems} />
        <AreaField label="Reason" name="reason" defaultValue={entry.reason} maxLength={500} problems={problems} />
      </Form>
    </Fold>
  );
}

function updated(entry: Entry, fields: FormData): Schemas['UpdatedHotListEntry'] {
  const { plate, effective, revision, vehicle } = entry;
  const described = Object.fromEntries(Object.entries(vehicle ?? {}).filter(([, part]) => part !== ''));
  return {
    ...(plate === null ? {} : { plate }),
    ...(vehicle === null ? {} : { vehicle: described }),
    effective,
    revision,
    ...given(fields, 'category', 'state', 'caseNumber', 'reason'),
    ...instantsOf(fields, 'expires'),
  } as unknown as Schemas['UpdatedHotListEntry'];
}
