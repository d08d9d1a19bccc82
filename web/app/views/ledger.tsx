import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { save } from '../download.ts';
import { Form, given, Notice, problemsOf, TextField, TroubleNotice } from '../parts.tsx';
import { LookUp } from './look-up.tsx';

type Entry = Schemas['LedgerEntry'];

/** The ledger by hour, type and person, and each entry by its id. Reading it is an entry too. */
export default function Ledger({ rest }: { rest: string }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [page, setPage] = useState<{ entries: readonly Entry[]; query: Schemas['LedgerQuery']; next: string | null }>();
  const run = async (query: Schemas['LedgerQuery'], before: readonly Entry[]) => {
    const answer = await post('/v1/ledger/searches', {}, query);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setPage({ entries: [...before, ...answer.data.entries], query, next: answer.data.nextPage });
  };
  const send = (fields: FormData) => run({ ...window24(), ...given(fields, 'type', 'person') }, []);
  const problems = problemsOf(trouble);
  return (
    <>
      <h1>Ledger</h1>
      <p>Sealed entries of the last 24 hours, the oldest first.</p>
      <Form submit="Read" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Type" name="type" hint="Such as search; empty for all" autocomplete="off" problems={problems} />
          <TextField label="Person" name="person" hint="Account; empty for all" autocomplete="off" problems={problems} />
        </div>
      </Form>
      {page === undefined ? null : <LedgerEntries entries={page.entries} linked />}
      {page?.next == null ? null : (
        <button type="button" onClick={() => void run({ ...page.query, pageToken: page.next ?? '' }, page.entries)}>
          More
        </button>
      )}
      {page === undefined || page.entries.length === 0 ? null : <Export query={page.query} />}
      <LookUp key={rest} before={rest} />
    </>
  );
}

/** The entries as a table, and with them everything that proves them without the city. */
function Export({ query: { pageToken: _, ...query } }: { query: Schemas['LedgerQuery'] }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async () => {
    const answer = await post('/v1/ledger/exports', {}, query);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    const { count, complete, csv, bundle, entryId } = answer.data;
    save(`ledger-${entryId}.csv`, new Blob([csv], { type: 'text/csv' }));
    save(`ledger-${entryId}.bundle.json`, new Blob([bundle], { type: 'application/json' }));
    setDone(`${count} entries are saved${complete ? '' : ', the first of more'}, with what proves them.`);
  };
  return (
    <>
      <TroubleNotice of={trouble} />
      {done === '' ? null : (
        <Notice kind="good">
          {done} <code>scripts/verify-ledger --export FILE --key KEY</code> checks it without the city.
        </Notice>
      )}
      <button type="button" onClick={() => void send()}>
        Export these entries with their proof (an entry of its own)
      </button>
    </>
  );
}

/** Whole hours, as the ledger is read. */
export function window24(): { from: string; to: string } {
  const hour = 3_600_000;
  const to = Math.ceil(now() / hour) * hour;
  return { from: new Date(to - 24 * hour).toISOString(), to: new Date(to).toISOString() };
}

/** @param linked whether the person may look up each of them */
export function LedgerEntries({ entries, linked = false }: { entries: readonly Entry[]; linked?: boolean }) {
  if (entries.length === 0) return <p role="status">No sealed entry fits. What happened in the last minute is not sealed yet.</p>;
  return (
    <div class="wide" tabIndex={0} role="region" aria-label="Entries">
      <table>
        <thead>
          <tr>
            <th scope="col">No.</th>
            <th scope="col">Hour (UTC)</th>
            <th scope="col">What</th>
            <th scope="col">Outcome</th>
            <th scope="col">Opened fields</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{linked ? <a href={`#/ledger/${entry.id}`}>{entry.index}</a> : entry.index}</td>
              <td>{entry.hour}</td>
              <td>{entry.type}</td>
              <td>{entry.outcome}</td>
              <td>{Object.entries(entry.opened).map(([name, value]) => `${name}: ${value}`).join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
