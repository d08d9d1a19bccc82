import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, problemsOf, TextField, Time } from '../parts.tsx';
import { instantsOf } from '../purpose.tsx';

interface Placed {
  plate: string;
  readId: string | null;
  until: string;
  entryId: string;
}

/** Plates that no vehicle has: whoever searches or opens one has not seen it on a road, and is asked why. */
export default function Decoys() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  const [among, setAmong] = useState(false);
  const send = async (fields: FormData) => {
    const answer = await post('/v1/decoys', {}, decoyOf(fields));
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setPlaced((before) => [answer.data, ...before]);
  };
  const problems = problemsOf(trouble);
  return (
    <>
      <h1>Decoys</h1>
      <p>
        The city makes up a plate that no vehicle has and tells it this once. Whoever searches it, or opens its row, is asked about it under Conduct. A row of a
        decoy looks like any other.
      </p>
      <Form submit="Place a decoy" send={send} trouble={trouble}>
        <TextField label="Forgotten on" name="until" type="date" hint="At most 366 days ahead" problems={problems} />
        <label class="check">
          <input type="checkbox" name="among" checked={among} onChange={(event) => setAmong(event.currentTarget.checked)} /> Let it stand among the reads of a camera
        </label>
        {among ? (
          <div class="columns">
            <TextField label="Camera" name="read.cameraId" hint="Its id" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
            <TextField label="Seen at" name="read.seenAt" type="datetime-local" hint="At least two minutes ago" problems={problems} />
          </div>
        ) : null}
      </Form>
      {placed.map((decoy) => (
        <Notice key={decoy.entryId} kind="good">
          <span class="plate small">{decoy.plate}</span> until <Time at={decoy.until} />
          {decoy.readId === null ? ', among no reads' : `, as read ${decoy.readId}`}. It is not told again: note it where no officer reads it. Ledger entry {decoy.entryId}.
        </Notice>
      ))}
    </>
  );
}

function decoyOf(fields: FormData): Schemas['NewDecoy'] {
  const seenAt = instantsOf(fields, 'read.seenAt')['read.seenAt'];
  const { 'read.cameraId': cameraId } = given(fields, 'read.cameraId');
  const read = { ...(cameraId === undefined ? {} : { cameraId }), ...(seenAt === undefined ? {} : { seenAt }) };
  return { ...instantsOf(fields, 'until'), ...(fields.get('among') === null ? {} : { read }) } as unknown as Schemas['NewDecoy'];
}
