import { useState } from 'preact/hooks';
import { get, missing, post, type Schemas, type Trouble } from '../api.ts';
import { AreaField, Asked, Form, given, Notice, problemsOf, Said, TextField, Time, useAsked } from '../parts.tsx';
import { SecondOpinion } from '../second-opinion.tsx';

/** For somebody who lost their second factor: whoever asks and whoever decides are two others. */
export default function Factors() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { personId = '', ...body } = given(fields, 'personId', 'reason');
    if (personId === '') return setTrouble(missing('personId'));
    const answer = await post('/v1/people/{personId}/factor-resets', { personId }, body as unknown as Schemas['NewFactorReset']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `It waits for a chief or a Program Manager, under Approvals. Ledger entry ${answer.data.entryId}.` : '');
  };
  const problems = problemsOf(trouble);
  return (
    <>
      <h1>Second factors</h1>
      <p>
        Whoever lost a phone or a key gets a new second factor, once a second person agrees. It is gone at once then, every sign-in of theirs ends, and the next one
        sets up a new factor. End the sign-ins of a lost phone under People without waiting for it.
      </p>
      <Form submit="Ask for a new second factor" send={send} trouble={trouble}>
        <TextField label="Whose" name="personId" hint="An account" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
        <AreaField label="What happened?" name="reason" maxLength={500} problems={problems} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </>
  );
}

/** Resets that wait for a second person. */
export function FactorResets() {
  const { outcome, again } = useAsked(() => get('/v1/factor-resets'));
  return (
    <section>
      <h2>New second factors</h2>
      <Asked outcome={outcome} again={again}>
        {({ requests }) => (
          <>
            {requests.length === 0 ? <p>Nobody waits for one.</p> : null}
            <ul class="cards">
              {requests.map((request) => (
                <li key={request.requestId} class="card">
                  <strong>{request.personId}</strong>
                  <Said text={request.reason} />
                  <p>
                    {request.by} asked <Time at={request.requestedAt} />; it lapses <Time at={request.lapsesAt} />.
                  </p>
                  <SecondOpinion approve="Take the old one away" decided={again}
                    decide={(opinion) => post('/v1/factor-resets/{requestId}/decisions', { requestId: request.requestId }, opinion)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}
