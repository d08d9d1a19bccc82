import { useState } from 'preact/hooks';
import { get, post, remove, type Schemas, type Trouble } from '../api.ts';
import { Asked, Form, given, Notice, problemsOf, Said, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { CATEGORY } from '../words.ts';
import { EditEntry } from './edit-entry.tsx';
import { NewEntry } from './new-entry.tsx';

type Entry = Schemas['HotListEntry'];

/** The city's own entries: what must be decided first, then the newest; and a new one. */
export default function Entries() {
  const { outcome, again } = useAsked(() => get('/v1/hot-list-entries'));
  return (
    <>
      <h1>Hot list</h1>
      <NewEntry added={again} />
      <Asked outcome={outcome} again={again}>
        {({ entries }) => (
          <>
            {entries.length === 0 ? <p>The city has no entry of its own.</p> : null}
            <ul class="cards">
              {[...entries].sort(dueFirst).map((entry) => (
                <li key={entry.recordId} class="card">
                  <OneEntry entry={entry} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function dueFirst(a: Entry, b: Entry): number {
  return Number(b.reviewDue !== null) - Number(a.reviewDue !== null);
}

function OneEntry({ entry, changed }: { entry: Entry; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const took = async (answer: { ok: true } | { ok: false; trouble: Trouble }) => {
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  const about = { recordId: entry.recordId };
  return (
    <>
      <span class="row">
        <span class="plate small">{entry.plate ?? 'a vehicle'}</span>
        <span>{entry.state}</span>
      </span>
      <strong>{CATEGORY[entry.category]}</strong>
      {entry.vehicle === null ? null : <Described vehicle={entry.vehicle} />}
      <Said text={entry.reason} />
      <small>
        Case <Said text={entry.caseNumber} /> · by {entry.author} · <Time at={entry.createdAt} />
      </small>
      <span>
        {entry.approvedBy !== null ? (
          `Approved by ${entry.approvedBy}.`
        ) : (
          <>
            {entry.approvalFirst ? 'Alerts nobody before a second person approves it; ends ' : 'Not approved; ends '}
            <Time at={entry.diesAt} />.
          </>
        )}
      </span>
      {entry.reviewDue === null ? null : (
        <Form submit="Keep it, with this reason" trouble={undefined}
          send={async (fields) => took(await post('/v1/hot-list-entries/{recordId}/reviews', about, { reason: '', ...given(fields, 'reason') }))}>
          <Notice kind="note">
            Its hit was acted upon: keep or withdraw it until <Time at={entry.reviewDue} />.
          </Notice>
          <TextField label="Why does it stay?" name="reason" problems={problemsOf(trouble)} />
        </Form>
      )}
      <TroubleNotice of={trouble} />
      <EditEntry entry={entry} changed={changed} />
      <button type="button" onClick={async () => took(await remove('/v1/hot-list-entries/{recordId}', about))}>
        Withdraw
      </button>
    </>
  );
}

function Described({ vehicle }: { vehicle: NonNullable<Entry['vehicle']> }) {
  const { year, colour, make, model, style } = vehicle;
  return <Said text={[year, colour, make, model, style].filter((part) => part !== undefined && part !== '').join(' ')} />;
}
