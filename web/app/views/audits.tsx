import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, Asked, Form, given, Notice, problemsOf, TextField, Time, useAsked } from '../parts.tsx';
import { span } from '../words.ts';

type Entry = Schemas['HotListEntry'];
type List = Schemas['HotList'];

/** The Program Manager's audit: whose entries live and how old they are, the oldest first, and until when somebody must have looked. */
export default function Audits() {
  const entries = useAsked(() => get('/v1/hot-list-entries'));
  const lists = useAsked(() => get('/v1/lists'));
  return (
    <>
      <h1>Audits of the lists</h1>
      <Asked outcome={entries.outcome} again={entries.again}>
        {({ entries: listed, audit }) => (
          <>
            <Due audit={audit} />
            <Authors entries={listed} />
            <NewAudit entries={listed.length} made={entries.again} />
          </>
        )}
      </Asked>
      <h2>Lists of other agencies</h2>
      <Asked outcome={lists.outcome} again={lists.again}>
        {({ lists: known }) => <Ages lists={known} />}
      </Asked>
    </>
  );
}

function Due({ audit: { dueAt, overdue } }: { audit: { dueAt: string | null; overdue: boolean } }) {
  if (dueAt === null) return <p>The city has just begun: the first audit is due in a month.</p>;
  return overdue ? (
    <Notice kind="error">
      The audit was due <Time at={dueAt} />. That it is missing is public.
    </Notice>
  ) : (
    <p>
      The next audit is due <Time at={dueAt} />. That it was made, and its numbers, are public.
    </p>
  );
}

function age(entry: Entry): number {
  return (now() - Date.parse(entry.createdAt)) / 1_000;
}

/** By author, whoever has the oldest entry first. */
function Authors({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return <p>The city has no entry of its own.</p>;
  const byAuthor = new Map<string, Entry[]>();
  for (const entry of entries.toSorted((one, other) => age(other) - age(one))) {
    byAuthor.set(entry.author, [...(byAuthor.get(entry.author) ?? []), entry]);
  }
  return (
    <ul class="cards">
      {[...byAuthor].map(([author, own]) => (
        <li key={author} class="card" data-author={author}>
          <span class="row">
            <strong>{author}</strong>
            <span class="tag">{own.length}</span>
          </span>
          <ul>
            {own.map((entry) => (
              <li key={entry.recordId}>
                <span class="plate small">{entry.plate ?? 'a vehicle'}</span> {span(age(entry))} old, case {entry.caseNumber}
                {entry.reviewDue === null ? '' : '; its hit was acted upon and nobody has decided'}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function NewAudit({ entries, made }: { entries: number; made: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { questioned, narrative } = given(fields, 'questioned', 'narrative');
    const body = { narrative, ...(questioned === undefined ? {} : { questioned: Number(questioned) }) } as Schemas['NewHotListAudit'];
    const answer = await post('/v1/hot-list-audits', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setDone(`Audited. Ledger entry ${answer.data.entryId}.`);
    await made();
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="Enter the audit" send={send} trouble={trouble}>
      <TextField label="How many are questioned?" name="questioned" inputMode="numeric" hint={`Of ${entries}`} problems={problems} />
      <AreaField label="What was found" name="narrative" maxLength={2000} problems={problems} />
      {done === '' ? null : <Notice kind="good">{done}</Notice>}
    </Form>
  );
}

/** Those that are too old or do not alert first, then the oldest. */
function Ages({ lists }: { lists: readonly List[] }) {
  if (lists.length === 0) return <p>No other agency's list is configured.</p>;
  const received = (list: List) => (list.received === null ? 0 : Date.parse(list.received));
  return (
    <ul class="cards">
      {lists.toSorted((one, other) => Number(one.alerting) - Number(other.alerting) || received(one) - received(other)).map((list) => (
        <li key={list.source} class="card">
          <span class="row">
            <strong>{list.source}</strong>
            <span class="tag">{list.alerting ? 'alerts' : 'does not alert'}</span>
          </span>
          <span>
            {list.received === null ? 'Never received' : `${span((now() - received(list)) / 1_000)} old`}; at most {list.maxAgeHours} hours may pass.
          </span>
        </li>
      ))}
    </ul>
  );
}
