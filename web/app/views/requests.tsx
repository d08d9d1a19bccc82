import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { AskedFields } from '../asked.tsx';
import { Package } from '../package.tsx';
import { AreaField, Asked, Form, given, Notice, problemsOf, Said, SelectField, Time, useAsked } from '../parts.tsx';
import { NewRequest } from './new-request.tsx';
import { OwnRecords } from './own-records.tsx';

type Grant = Schemas['Grant'] & { asked: Record<string, string> };

const STATE: Record<Grant['state'], string> = {
  requested: 'waits for the Program Manager',
  approved: 'may be released, once',
  refused: 'refused',
  released: 'released',
  lapsed: 'lapsed',
};

/** What waits for somebody stands first, what lapses soonest before the rest. */
const RANK: Record<Grant['state'], number> = { approved: 0, requested: 1, released: 2, refused: 2, lapsed: 2 };

/** Written requests of others for reads: filed by the records officer, decided by the Program Manager, given once. */
export default function Requests() {
  const { outcome, again } = useAsked(() => get('/v1/grants'));
  return (
    <>
      <h1>Written requests</h1>
      <p>Nothing is shared but what somebody asked for in writing: plates in a window of the past, decided by a second person, given once. The public page counts each.</p>
      <NewRequest filed={again} />
      <OwnRecords />
      <h2>Today's and yesterday's</h2>
      <Asked outcome={outcome} again={again}>
        {({ grants }) => (
          <>
            {grants.length === 0 ? <p>Nobody asked.</p> : null}
            <ul class="cards">
              {grants.toSorted(first).map((grant) => (
                <li key={grant.grantId} class="card">
                  <OneGrant grant={grant} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function first(one: Grant, other: Grant): number {
  return RANK[one.state] - RANK[other.state] || one.lapsesAt.localeCompare(other.lapsesAt);
}

function OneGrant({ grant, changed }: { grant: Grant; changed: () => Promise<unknown> }) {
  const isOpen = grant.state === 'requested' || grant.state === 'approved';
  return (
    <>
      <span class="row">
        <strong>Case <Said text={grant.asked['case-number'] ?? 'not known any more'} /></strong>
        <span class="tag">{STATE[grant.state]}</span>
      </span>
      {isOpen ? <span>Lapses <Time at={grant.lapsesAt} /></span> : null}
      <AskedFields asked={grant.asked} />
      <ol class="course">
        {grant.steps.map((step) => (
          <li key={step.entryId}>
            {step.what} by {step.by}, <Time at={step.at} />
          </li>
        ))}
      </ol>
      {grant.state === 'requested' ? <Decide grant={grant} changed={changed} /> : null}
      {grant.state === 'approved' || grant.state === 'released' ? (
        <Package offered={grant.state === 'approved'} path={`/v1/grants/${grant.grantId}/packages`} name={`grant-${grant.grantId}.zip`} taken={changed}>
          Release it, once (records officer)
        </Package>
      ) : null}
    </>
  );
}

function Decide({ grant, changed }: { grant: Grant; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { decision, ...rest } = given(fields, 'decision', 'reason');
    const body = { ...rest, ...(decision === undefined ? {} : { approve: decision === 'approve' }) } as unknown as Schemas['NewGrantDecision'];
    const answer = await post('/v1/grants/{grantId}/decisions', { grantId: grant.grantId }, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  const problems = problemsOf(trouble).map((one) => (one.field === 'approve' ? { ...one, field: 'decision' } : one));
  return (
    <details>
      <summary>Decide (Program Manager)</summary>
      <Form submit="Decide" send={send} trouble={trouble}>
        <Notice kind="note">An approval lapses 15 minutes after your second factor: the records officer releases it until then.</Notice>
        <SelectField label="Your decision" name="decision" options={{ approve: 'Give exactly this, once', reject: 'Refuse it' }} empty="Choose" problems={problems} />
        <AreaField label="Reason, for the ledger" name="reason" maxLength={500} problems={problems} />
      </Form>
    </details>
  );
}
