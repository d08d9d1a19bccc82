import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, PlateField, problemsOf, TextField, Time } from '../parts.tsx';
import { instantsOf } from '../purpose.tsx';

/** An officer's own plates and those of their family: a search of one is asked about, whoever makes it first. */
export default function MyPlates() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState<{ until: string; entryId: string }>();
  const send = async (fields: FormData) => {
    const body = { ...given(fields, 'plate'), ...instantsOf(fields, 'until') } as unknown as Schemas['NewOwnPlate'];
    const answer = await post('/v1/own-plates', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? answer.data : undefined);
  };
  const problems = problemsOf(trouble);
  return (
    <>
      <h1>My plates</h1>
      <p>
        Register your own vehicle and those of your family. When you search one of them, somebody asks why. The city keeps no plate here but a key made of it: it can
        not list them, not even to you.
      </p>
      <Form submit="Register the plate" send={send} trouble={trouble}>
        <div class="columns">
          <PlateField problems={problems} />
          <TextField label="Forgotten on" name="until" type="date" hint="At most 366 days ahead" problems={problems} />
        </div>
        {done === undefined ? null : (
          <Notice kind="good">
            It counts until <Time at={done.until} />. Ledger entry {done.entryId}.
          </Notice>
        )}
      </Form>
    </>
  );
}
