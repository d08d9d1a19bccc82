import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, problemsOf, TextField } from '../parts.tsx';
import { Sessions } from '../sessions.tsx';
import { DUTIES, type Duty } from '../views.ts';

/** Who may do what. A grant takes the place of the one before; a revocation counts at the person's next request. */
export default function People() {
  return (
    <>
      <h1>People</h1>
      <Revoke />
      <SignIns />
      <Grant />
    </>
  );
}

/** Of one person; to end all of them at once is to shut the person out. */
function SignIns() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [found, setFound] = useState<{ personId: string; sessions: readonly Schemas['Session'][] }>();
  const ask = async (personId: string) => {
    const answer = await get('/v1/people/{personId}/sessions', { personId });
    setTrouble(answer.ok ? undefined : answer.trouble);
    setFound(answer.ok ? { personId, sessions: answer.data.sessions } : undefined);
  };
  return (
    <section>
      <h2>Where somebody is signed in</h2>
      <Form submit="Show sign-ins" send={(fields) => ask(given(fields, 'signedIn')['signedIn'] ?? '')} trouble={trouble}>
        <TextField label="Whose" name="signedIn" autocomplete="off" spellcheck={false} hint="An account" required problems={problemsOf(trouble)} />
      </Form>
      {found === undefined ? null : (
        <Sessions
          sessions={found.sessions}
          ended={() => ask(found.personId)}
          end={(session) => post('/v1/people/{personId}/sessions/{session}/ends', { personId: found.personId, session }, undefined)}
        />
      )}
    </section>
  );
}

function Revoke() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { personId = '' } = given(fields, 'personId');
    const answer = await post('/v1/people/{personId}/revocations', { personId }, undefined);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `${answer.data.personId} is shut out from now on. Ledger entry ${answer.data.entryId}.` : '');
  };
  return (
    <section>
      <h2>Shut somebody out, at once</h2>
      <Form submit="Shut out" send={send} trouble={trouble}>
        <TextField label="Account" name="personId" autocomplete="off" spellcheck={false} required problems={problemsOf(trouble)} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </section>
  );
}

function Grant() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { trainedUntil, ...plain } = given(fields, 'personId', 'agency', 'ori', 'trainedUntil');
    const body = {
      ...plain,
      roles: fields.getAll('roles'),
      ...(trainedUntil === undefined ? {} : { trainedUntil: new Date(trainedUntil).toISOString() }),
    } as unknown as Schemas['NewAccess'];
    const answer = await post('/v1/people', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `${answer.data.personId} may act as ${answer.data.roles.map((role) => DUTIES[role]).join(', ')}. Ledger entry ${answer.data.entryId}.` : '');
  };
  const problems = problemsOf(trouble);
  return (
    <section>
      <h2>Give access</h2>
      <p>The chief names Program Managers and vendors, the Program Manager everybody else. Nobody changes their own access.</p>
      <Form submit="Give access" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Account" name="personId" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Agency" name="agency" autocomplete="off" problems={problems} />
          <TextField label="ORI" name="ori" hint="The agency's nine characters" autocapitalize="characters" autocomplete="off" problems={problems} />
          <TextField label="Trained until" name="trainedUntil" type="date" problems={problems} />
        </div>
        <fieldset class="choices">
          <legend>May act as</legend>
          {(Object.keys(DUTIES) as Duty[]).map((duty) => (
            <label key={duty} class="check">
              <input type="checkbox" name="roles" value={duty} /> {DUTIES[duty]}
            </label>
          ))}
        </fieldset>
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </section>
  );
}
