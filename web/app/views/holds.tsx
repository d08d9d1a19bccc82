import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { Package } from '../package.tsx';
import { Asked, Form, given, Notice, problemsOf, Said, SelectField, TextField, Time, useAsked } from '../parts.tsx';
import { DECIDING, HOLD_KIND } from '../words.ts';
import { NewHold } from './new-hold.tsx';

type Hold = Schemas['Hold'];

const STATE: Record<Hold['state'], string> = {
  preserved: 'kept for 14 days',
  held: 'held',
  released: 'released',
  expired: 'ended by itself',
};

const ACTION: Record<NonNullable<Hold['request']>['action'], string> = { place: 'hold it', renew: 'hold it longer', release: 'release it' };

/** What is kept as evidence: what waits for a second person first, then what ends soonest. */
export default function Holds() {
  const { outcome, again } = useAsked(() => get('/v1/holds'));
  return (
    <>
      <h1>Holds</h1>
      <p>A hold keeps the reads that it names and no others. It is placed, renewed and released by two people, and ends by itself.</p>
      <NewHold placed={again} />
      <Asked outcome={outcome} again={again}>
        {({ holds }) => (
          <>
            {holds.length === 0 ? <Notice kind="good">Nothing is held.</Notice> : null}
            <ul class="cards">
              {holds.toSorted(first).map((hold) => (
                <li key={hold.holdId} class="card">
                  <OneHold hold={hold} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function first(one: Hold, other: Hold): number {
  return Number(one.request === null) - Number(other.request === null) || one.until.localeCompare(other.until);
}

function OneHold({ hold, changed }: { hold: Hold; changed: () => Promise<unknown> }) {
  const copied = hold.reads.filter((read) => read.copied).length;
  const alive = hold.state === 'held' || hold.state === 'preserved';
  return (
    <>
      <span class="row">
        <strong>{HOLD_KIND[hold.kind]}</strong>
        <span class="tag">{STATE[hold.state]}</span>
      </span>
      <span>Case <Said text={hold.caseNumber} />, by <Said text={hold.authority} />, for <Said text={hold.party} /></span>
      <span>
        {hold.reads.length} {hold.reads.length === 1 ? 'read' : 'reads'}, {copied} copied; until <Time at={hold.until} />
      </span>
      {hold.request === null ? null : <Decision hold={hold} request={hold.request} changed={changed} />}
      {alive && hold.request === null ? <Ask hold={hold} changed={changed} /> : null}
      {alive && copied > 0 ? (
        <Package path={`/v1/holds/${hold.holdId}/exports`} name={`evidence-${hold.holdId}.zip`}>
          Export the package (an entry of its own)
        </Package>
      ) : null}
    </>
  );
}

function Decision({ hold, request, changed }: { hold: Hold; request: NonNullable<Hold['request']>; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const answer = await post('/v1/holds/{holdId}/decisions', { holdId: hold.holdId }, given(fields, 'decision', 'role') as unknown as Schemas['NewHoldDecision']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <Form submit="Decide" send={send} trouble={trouble}>
      <p>{request.by} ({DECIDING[request.role]}) asks to <strong>{ACTION[request.action]}</strong> until <Time at={request.until} />. It takes a second person, in another role.</p>
      <SelectField label="Your decision" name="decision" options={{ approve: 'Approve it', reject: 'Reject it' }} empty="Choose" problems={problemsOf(trouble)} />
      <SelectField label="In which role" name="role" options={DECIDING} empty="Choose" problems={problemsOf(trouble)} />
    </Form>
  );
}

function Ask({ hold, changed }: { hold: Hold; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { reviewAt, ...rest } = given(fields, 'action', 'role', 'reviewAt');
    const body = { ...rest, ...(reviewAt === undefined ? {} : { reviewAt: new Date(reviewAt).toISOString() }) };
    const answer = await post('/v1/holds/{holdId}/requests', { holdId: hold.holdId }, body as unknown as Schemas['NewHoldRequest']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <details>
      <summary>Renew or release</summary>
      <Form submit="Ask for it" send={send} trouble={trouble}>
        <SelectField label="What" name="action" options={{ renew: 'Hold it longer', release: 'Release it' }} empty="Choose" problems={problemsOf(trouble)} />
        <TextField label="Until, when it is held longer" name="reviewAt" type="date" problems={problemsOf(trouble)} />
        <SelectField label="In which role" name="role" options={DECIDING} empty="Choose" problems={problemsOf(trouble)} />
      </Form>
    </details>
  );
}
