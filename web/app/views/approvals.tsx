import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { AskedFields } from '../asked.tsx';
import { AreaField, Asked, Form, given, Notice, problemsOf, Said, SelectField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { SecondOpinion } from '../second-opinion.tsx';
import type { Duty } from '../views.ts';
import { CATEGORY, DECIDING, PARAMETER } from '../words.ts';
import { FactorResets } from './factors.tsx';

type Request = Schemas['PolicyRequest'];

/** What waits for a second person, and what a yes would do. Whoever may not decide it is not shown it: asking would be refused, and entered. */
export default function Approvals({ duty }: { duty: Duty }) {
  const allowsSearches = duty === 'chief' || duty === 'program-manager';
  return (
    <>
      <h1>Approvals</h1>
      {allowsSearches ? <SearchRequests /> : null}
      {duty === 'program-manager' ? <NewEntries /> : null}
      {allowsSearches ? <FactorResets /> : null}
      <PolicyRequests />
    </>
  );
}

/** Searches by a part of a plate: somebody waits for these. */
function SearchRequests() {
  const { outcome, again } = useAsked(() => get('/v1/search-requests'));
  return (
    <section>
      <h2>Searches by a part of a plate</h2>
      <Asked outcome={outcome} again={again}>
        {({ requests }) => (
          <>
            {requests.length === 0 ? <p>No search waits.</p> : null}
            <ul class="cards">
              {requests.map((request) => (
                <li key={request.requestId} class="card">
                  <OneSearch request={request} decided={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

function OneSearch({ request, decided }: { request: Schemas['SearchRequest'] & { asked: Record<string, string> }; decided: () => Promise<unknown> }) {
  return (
    <>
      <p>
        {request.by} asked <Time at={request.requestedAt} />; it lapses <Time at={request.lapsesAt} />.
      </p>
      <AskedFields asked={request.asked} />
      <SecondOpinion approve="Let it be made, once" decided={decided}
        decide={(opinion) => post('/v1/search-requests/{requestId}/decisions', { requestId: request.requestId }, opinion)} />
    </>
  );
}

function PolicyRequests() {
  const { outcome, again } = useAsked(() => get('/v1/policy-requests'));
  return (
    <section>
      <h2>Changes of the policy</h2>
      <Asked outcome={outcome} again={again}>
        {({ requests }) => (
          <>
            {requests.length === 0 ? <p>Nobody asked for a change.</p> : null}
            <ul class="cards">
              {requests.map((request) => (
                <li key={request.requestId} class="card">
                  <OneRequest request={request} decided={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

function OneRequest({ request, decided }: { request: Request; decided: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [decision, setDecision] = useState<'approve' | 'reject'>('approve');
  const send = async (fields: FormData) => {
    const body = { decision, ...given(fields, 'role', 'reason') } as unknown as Schemas['NewDecision'];
    const answer = await post('/v1/policy-requests/{requestId}/decisions', { requestId: request.requestId }, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await decided();
  };
  return (
    <>
      {request.changes.map((change) => (
        <p key={change.parameter}>
          <strong>{PARAMETER[change.parameter]}</strong>: now {change.from}, then <strong>{change.to}</strong>.
        </p>
      ))}
      <p>
        <span class="tag">{request.state}</span> asked for <Time at={request.requestedAt} />, by {request.origin}
      </p>
      {request.decisions.map((made) => (
        <p key={made.entryId}>
          {made.by} ({DECIDING[made.role]}): {made.decision} <Time at={made.at} />, “<Said text={made.reason} />”
        </p>
      ))}
      {request.state === 'agreed' ? (
        <p>Two people agreed. Older data is still being dated by the policy before: approve once more in some minutes, and it is in force.</p>
      ) : null}
      {request.state === 'pending' || request.state === 'agreed' ? (
        <Form submit={decision === 'approve' ? 'Approve it' : 'Reject it'} send={send} trouble={trouble}>
          <p>
            Two people in two roles put it in force, the second within 15 minutes of the first one’s second factor; one rejection closes it. Open
            until <Time at={request.expiresAt} />.
          </p>
          <label class="check">
            <input type="checkbox" checked={decision === 'reject'} onChange={(event) => setDecision(event.currentTarget.checked ? 'reject' : 'approve')} /> Reject it
          </label>
          <SelectField label="In which role" name="role" options={DECIDING} empty="Choose" problems={problemsOf(trouble)} />
          <AreaField label="Reason, for the ledger" name="reason" maxLength={500} problems={problemsOf(trouble)} />
        </Form>
      ) : null}
    </>
  );
}

function NewEntries() {
  const { outcome, again } = useAsked(() => get('/v1/hot-list-entries'));
  const [trouble, setTrouble] = useState<Trouble>();
  const approve = async (recordId: string) => {
    const answer = await post('/v1/hot-list-entries/{recordId}/approval', { recordId }, undefined);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await again();
  };
  return (
    <section>
      <h2>Hot-list entries</h2>
      <TroubleNotice of={trouble} />
      <Asked outcome={outcome} again={again}>
        {({ entries }) => {
          const open = entries.filter((entry) => entry.approvedBy === null);
          return (
            <>
              {open.length === 0 ? <Notice kind="good">Every entry is approved.</Notice> : null}
              <ul class="cards">
                {open.map((entry) => (
                  <li key={entry.recordId} class="card">
                    <span class="row">
                      <span class="plate small">{entry.plate ?? 'a vehicle'}</span>
                      <span>{entry.state}</span>
                    </span>
                    <strong>{CATEGORY[entry.category]}</strong>
                    <Said text={entry.reason} />
                    <small>Case <Said text={entry.caseNumber} /> · by {entry.author}</small>
                    <span>
                      With your approval it {entry.approvalFirst ? 'begins to alert' : 'goes on alerting'} until <Time at={entry.expires} />; without it,
                      it ends <Time at={entry.diesAt} />.
                    </span>
                    <button class="main" type="button" onClick={() => void approve(entry.recordId)}>
                      Approve {entry.plate ?? 'this entry'}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Asked>
    </section>
  );
}
