import { useState } from 'preact/hooks';
import { get, post, remove, type Schemas, type Trouble } from '../api.ts';
import { AreaField, Asked, Form, given, Notice, PlateField, problemsOf, Said, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';

type Suppression = Schemas['Suppression'];

/** Plates that a list of another agency stops in error: those that end soon first. */
export default function Suppressions() {
  const { outcome, again } = useAsked(() => get('/v1/suppressions'));
  return (
    <>
      <h1>Stopped in error</h1>
      <p>Somebody who keeps being stopped for a record that is wrong asks the city. Until the end, that list makes no hit with that plate; others do.</p>
      <details>
        <summary>Suppress a plate</summary>
        <NewSuppression made={again} />
      </details>
      <Asked outcome={outcome} again={again}>
        {({ suppressions }) => (
          <>
            {suppressions.length === 0 ? <p>No plate is suppressed.</p> : null}
            <ul class="cards">
              {suppressions.toSorted((one, other) => one.expires.localeCompare(other.expires)).map((one) => (
                <li key={one.suppressionId} class="card">
                  <OneSuppression suppression={one} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function OneSuppression({ suppression, changed }: { suppression: Suppression; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const { suppressionId, plate, state, source, owner, reason, caseNumber, expires, endsSoon } = suppression;
  const end = async () => {
    const answer = await remove('/v1/suppressions/{suppressionId}', { suppressionId });
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <>
      <span class="row">
        <span class="plate small">{plate}</span>
        <span>{state}</span>
      </span>
      <span>
        List {source}, case <Said text={caseNumber} />, answered for by {owner}
      </span>
      <Said text={reason} />
      {endsSoon ? <Notice kind="note">It ends <Time at={expires} />: ask the agency whether its record is right by now.</Notice> : <small>Until <Time at={expires} /></small>}
      <TroubleNotice of={trouble} />
      <button type="button" onClick={() => void end()}>
        End it now
      </button>
    </>
  );
}

function NewSuppression({ made }: { made: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { expires, ...plain } = given(fields, 'plate', 'state', 'source', 'reason', 'caseNumber', 'expires');
    const body = { ...plain, ...(expires === undefined ? {} : { expires: new Date(expires).toISOString() }) } as unknown as Schemas['NewSuppression'];
    const answer = await post('/v1/suppressions', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setDone(`${answer.data.plate} is suppressed. Ledger entry ${answer.data.entryId}.`);
    await made();
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="Suppress the plate" send={send} trouble={trouble}>
      <div class="columns">
        <PlateField problems={problems} />
        <TextField label="State" name="state" hint="Two letters" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
        <TextField label="Which list is wrong?" name="source" hint="Its short name" autocomplete="off" spellcheck={false} problems={problems} />
        <TextField label="Case number" name="caseNumber" autocomplete="off" hint="Of the request that this answers" problems={problems} />
        <TextField label="Until" name="expires" type="date" hint="90 days at most" problems={problems} />
      </div>
      <AreaField label="Why is the record wrong?" name="reason" maxLength={500} problems={problems} />
      {done === '' ? null : <Notice kind="good">{done}</Notice>}
    </Form>
  );
}
