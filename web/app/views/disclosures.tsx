import { useState } from 'preact/hooks';
import { missing, post, type Schemas, type Trouble } from '../api.ts';
import { save } from '../download.ts';
import { AreaField, Form, given, Notice, problemsOf, TextField } from '../parts.tsx';

/** Opens one field of one entry of the ledger to somebody outside, who checks it against the public log without the city. */
export default function Disclosures() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState<{ name: string; entryId: string }>();
  const send = async (fields: FormData) => {
    const { entryId = '', ...body } = given(fields, 'entryId', 'field', 'reason');
    if (entryId === '') return setTrouble(missing('entryId'));
    const answer = await post('/v1/ledger/{entryId}/disclosures', { entryId }, body as unknown as Schemas['NewDisclosure']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return setDone(undefined);
    const name = `disclosure-${entryId}-${body['field'] ?? ''}.json`;
    save(name, new Blob([answer.data.bundle], { type: 'application/json' }));
    return setDone({ name, entryId: answer.data.entryId });
  };
  const problems = problemsOf(trouble);
  return (
    <>
      <h1>Disclosures</h1>
      <p>
        The public ledger has every entry and names nobody: its fields are sealed one by one. What a court or a requester may know is opened here, that field and no other,
        with what proves that it is the one that was sealed.
      </p>
      <Form submit="Open this field" send={send} trouble={trouble}>
        <TextField label="Entry" name="entryId" hint="26 letters and digits" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
        <TextField label="Field" name="field" hint="Such as plate, person, case-number or narrative" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
        <AreaField label="For whom, and on what ground" name="reason" maxLength={500} problems={problems} />
        {done === undefined ? null : (
          <Notice kind="good">
            {done.name} is saved. <code>scripts/verify-ledger --export {done.name} --key KEY</code> checks it without the city. Ledger entry {done.entryId}.
          </Notice>
        )}
      </Form>
    </>
  );
}
