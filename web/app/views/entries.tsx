import { useState } from 'preact/hooks';
import { get, post, remove, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, Asked, Form, given, Notice, PlateField, problemsOf, Said, SelectField, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { CATEGORY } from '../words.ts';
import { EditEntry } from './edit-entry.tsx';

type Entry = Schemas['HotListEntry'];

/** The city's own entries: what must be decided first, then the newest; and a new one. */
export default function Entries() {
  const { outcome, again } = useAsked(() => get('/v1/hot-list-entries'));
  return (
    <>
      <h1>Hot list</h1>
      <details>
        <summary>Add an entry</summary>
        <NewEntry added={again} />
      </details>
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

function NewEntry({ added }: { added: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    setDone('');
    const { expires, ...plain } = given(fields, 'plate', 'state', 'category', 'reason', 'caseNumber', 'expires');
    const body = {
      ...plain,
      effective: new Date(now()).toISOString(),
      ...(expires === undefined ? {} : { expires: new Date(now() + Number(expires) * 3_600_000).toISOString() }),
    } as unknown as Schemas['NewHotListEntry'];
    const answer = await post('/v1/hot-list-entries', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) {
      setDone(`${answer.data.plate ?? 'The vehicle'} is listed. Ledger entry ${answer.data.entryId}.`);
      await added();
    }
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="Add the entry" send={send} trouble={trouble}>
      <p>It dies after 24 hours unless a second person approves it. Adding it never searches the past.</p>
      <div class="columns">
        <PlateField wildcards hint="? for one character, * for any number" problems={problems} />
        <TextField label="State" name="state" hint="Two letters, or UNKNOWN" autocapitalize="characters" autocomplete="off" problems={problems} />
        <SelectField label="Category" name="category" options={CATEGORY} empty="Choose" problems={problems} />
        <TextField label="Case number" name="caseNumber" autocomplete="off" problems={problems} />
        <SelectField label="Expires after" name="expires" empty="Choose" problems={problems}
          options={{ 8: '8 hours', 24: '1 day', 72: '3 days', 168: '1 week', 720: '30 days' }} />
      </div>
      <AreaField label="Reason" name="reason" maxLength={500} problems={problems} />
      {done === '' ? null : <Notice kind="good">{done}</Notice>}
    </Form>
  );
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
