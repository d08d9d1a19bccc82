import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, problemsOf, SelectField, TextField } from '../parts.tsx';
import { DECIDING, HOLD_KIND } from '../words.ts';

const MOST_READS = 20;

/** Places a hold on reads that somebody was shown: each is named with what named it, so that nothing unseen is kept. */
export function NewHold({ placed }: { placed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const [kind, setKind] = useState('');
  const [reads, setReads] = useState(1);
  const preserves = kind === 'preservation';
  const send = async (fields: FormData) => {
    const answer = await post('/v1/holds', {}, holdOf(fields, reads));
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `Kept for 14 days from now on. ${preserves ? '' : 'A second person must approve it to be held longer. '}Ledger entry ${answer.data.entryId}.` : '');
    if (answer.ok) await placed();
  };
  const problems = problemsOf(trouble);
  return (
    <details>
      <summary>Place a hold</summary>
      <Form submit="Place the hold" send={send} trouble={trouble}>
        <div class="columns">
          <SelectField label="Kind" name="kind" options={HOLD_KIND} empty="Choose" problems={problems} value={kind} onChange={setKind} />
          <TextField label="Case number" name="caseNumber" autocomplete="off" problems={problems} />
          <TextField label="On whose written word?" name="authority" hint="Such as a court order with its number" autocomplete="off" problems={problems} />
          <TextField label="For whom?" name="party" hint="Prosecution, defence, a party of a civil case" autocomplete="off" problems={problems} />
          <SelectField label="In which role" name="role" options={DECIDING} empty="Choose" problems={problems} />
          {preserves ? null : <TextField label="To be reviewed on" name="reviewAt" type="date" hint="At most 366 days ahead" problems={problems} />}
        </div>
        {Array.from({ length: reads }, (_, index) => (
          <fieldset key={index} class="read">
            <legend>Read {index + 1}</legend>
            <div class="columns">
              <TextField label="Its id" name={`reads[${index}].readId`} hint="A search shows it at each read" autocomplete="off" spellcheck={false} problems={problems} />
              <TextField label="Named by" name={`reads[${index}].namedBy`} hint="The hit, or the ledger entry of the search" autocomplete="off" spellcheck={false} problems={problems} />
            </div>
          </fieldset>
        ))}
        {reads === MOST_READS ? null : (
          <button type="button" onClick={() => setReads(reads + 1)}>
            One more read
          </button>
        )}
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </details>
  );
}

/** What is not filled in is not sent: the API answers everything that is missing, at its place. */
function holdOf(fields: FormData, count: number): Schemas['NewHold'] {
  const { reviewAt, ...plain } = given(fields, 'kind', 'caseNumber', 'authority', 'party', 'role', 'reviewAt');
  const reads = Array.from({ length: count }, (_, index) => {
    const { [`reads[${index}].readId`]: readId, [`reads[${index}].namedBy`]: namedBy } = given(fields, `reads[${index}].readId`, `reads[${index}].namedBy`);
    return { ...(readId === undefined ? {} : { readId }), ...(namedBy === undefined ? {} : { namedBy }) };
  });
  return { ...plain, reads, ...(reviewAt === undefined ? {} : { reviewAt: new Date(reviewAt).toISOString() }) } as unknown as Schemas['NewHold'];
}
