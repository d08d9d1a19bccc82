import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { Correct, Corrections } from '../correction.tsx';
import { type NamedRow, saveWithProof } from '../download.ts';
import { PlainMap } from '../map.tsx';
import { Form, given, Notice, PlateField, problemsOf, TextField, Time, TroubleNotice } from '../parts.tsx';
import { Picture } from '../picture.tsx';
import { NarrativeField, PurposeFields, purposeOf, WindowFields, windowOf } from '../purpose.tsx';
import { Timeline } from '../timeline.tsx';
import { MATCH, vehicleColour } from '../words.ts';

type Rows = readonly NamedRow[];

/** A search by a part of a plate, which somebody else must allow first. */
interface Waiting {
  asked: Omit<Schemas['PartialSearch'], 'requestId' | 'pageToken'>;
  request: Schemas['SearchRequest'];
}

interface Found {
  search: Schemas['Search'] | Schemas['PartialSearch'];
  rows: Rows;
  nextPage: string | null;
}

/** A search has a purpose or no answer. Everything that is missing is said at once, at its field; what is typed stays. */
export default function Search() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [found, setFound] = useState<Found>();
  const [plate, setPlate] = useState('');
  const [waiting, setWaiting] = useState<Waiting>();
  const isPart = /[?*]/.test(plate);

  const ask = async ({ plate: pattern, ...rest }: Schemas['Search']) => {
    const asked = { pattern, ...rest };
    const answer = await post('/v1/search-requests', {}, asked);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setWaiting({ asked, request: answer.data });
  };
  const runPart = async (search: Schemas['PartialSearch'], before: Rows) => {
    const answer = await post('/v1/partial-searches', {}, search);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setWaiting(undefined);
    setFound({ search, rows: [...before, ...named(answer.data)], nextPage: answer.data.nextPage });
  };
  const run = async (search: Schemas['Search'], before: Rows) => {
    const answer = await post('/v1/searches', {}, search);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) {
      const { pageToken: _, ...first } = search;
      setFound({ search: first, rows: [...before, ...named(answer.data)], nextPage: answer.data.nextPage });
    }
  };
  const send = (fields: FormData) => {
    setFound(undefined);
    setWaiting(undefined);
    return isPart ? ask(request(fields)) : run(request(fields), []);
  };
  const more = ({ search, rows }: Found, pageToken: string) =>
    'pattern' in search ? runPart({ ...search, pageToken }, rows) : run({ ...search, pageToken }, rows);

  const problems = problemsOf(trouble);
  const until = now();
  return (
    <>
      <h1>Search for a plate</h1>
      <p>
        One exact plate, in one window. The search, and your reason, are in the ledger before the first row is answered. With ? for one character or * for
        many, a second person must allow it first.
      </p>
      <Form submit={isPart ? 'Ask for a second person' : 'Search'} send={send} trouble={trouble}>
        <div class="columns">
          <PlateField wildcards changed={setPlate}
            problems={[...problems, ...problems.filter(({ field }) => field === 'pattern').map((problem) => ({ ...problem, field: 'plate' }))]} />
          <TextField label="State" name="state" hint="Two letters; empty for any" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
          <WindowFields from={until - 86_400_000} to={until + 60_000} problems={problems} />
          <PurposeFields problems={problems} />
        </div>
        <NarrativeField label="Why do you search?" problems={problems} />
      </Form>
      {waiting === undefined ? null : (
        <Notice kind="note">
          It waits for a chief or a Program Manager until <Time at={waiting.request.lapsesAt} />. Nothing was searched yet.{' '}
          <button type="button" onClick={() => void runPart({ ...waiting.asked, requestId: waiting.request.requestId }, [])}>
            Make the search now
          </button>
        </Notice>
      )}
      {found === undefined ? null : <Results found={found} more={(token) => more(found, token)} />}
    </>
  );
}

/** What is not filled in is not sent: the API answers everything that is missing. */
function request(fields: FormData): Schemas['Search'] {
  return { ...given(fields, 'plate', 'state'), ...windowOf(fields), purpose: purposeOf(fields) } as unknown as Schemas['Search'];
}

/** A hold asks for the entry of the page that named a read, and whoever keeps the rows proves it. */
function named({ rows, entryId, leafHash }: { rows: readonly Schemas['Row'][]; entryId: string; leafHash: string }): Rows {
  return rows.map((row) => ({ ...row, namedBy: entryId, leafHash }));
}

function Results({ found, more }: { found: Found; more: (token: string) => Promise<void> }) {
  if (found.rows.length === 0) {
    return <Notice kind="note">Nothing was found. What is past its retention is never answered, whatever the window.</Notice>;
  }
  return (
    <section aria-label="What was found">
      <h2>
        {found.rows.length} {found.rows.length === 1 ? 'read' : 'reads'}, the oldest first
      </h2>
      <PlainMap words="Places of the reads, numbered as in the list"
        places={found.rows.map((row, index) => ({ ...row, key: row.readId, label: String(index + 1) }))} />
      <ByCamera found={found} />
      <ol class="cards">
        {found.rows.map((row) => (
          <li key={row.readId} class="card">
            <Row row={row} purpose={found.search.purpose} />
          </li>
        ))}
      </ol>
      {found.nextPage === null ? null : (
        <button type="button" onClick={() => void more(found.nextPage ?? '')}>
          More rows (an entry of its own)
        </button>
      )}
      <Download rows={found.rows} />
    </section>
  );
}

/** Of each camera when it saw the plate, in the order in which they first did. */
function ByCamera({ found: { rows, search } }: { found: Found }) {
  return (
    <ul class="timelines">
      {[...new Set(rows.map((row) => row.cameraId))].map((cameraId) => (
        <li key={cameraId}>
          {cameraId}
          <Timeline from={search.from} to={search.to} of={cameraId} at={rows.filter((row) => row.cameraId === cameraId).map((row) => row.capturedAt)} />
        </li>
      ))}
    </ul>
  );
}

/** The ledger seals once a minute; before that nobody can prove anything, and the page says so. */
function Download({ rows }: { rows: Rows }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const download = async () => {
    setBusy(true);
    setTrouble(await saveWithProof(rows));
    setBusy(false);
  };
  return (
    <>
      {trouble?.kind === 'problem' ? (
        <Notice kind="note">The ledger has not sealed this search yet. Try again within a minute.</Notice>
      ) : (
        <TroubleNotice of={trouble} />
      )}
      <button type="button" disabled={busy} aria-busy={busy} onClick={() => void download()}>
        Download these rows as CSV, with their proof
      </button>
    </>
  );
}

function Row({ row, purpose }: { row: NamedRow; purpose: Schemas['Purpose'] }) {
  const [open, setOpen] = useState(false);
  const [corrections, setCorrections] = useState(row.corrections);
  return (
    <>
      <span class="row">
        <span class="plate small">{row.plate}</span>
        <Time at={row.capturedAt} />
      </span>
      <span>
        {row.cameraId} · {row.state === null ? 'state not known' : row.state.code} · read with {Math.round(row.confidence * 100)} %
      </span>
      <span>
        {vehicleColour(row.colour)}
      </span>
      <span>{MATCH[row.match]}.</span>
      <Corrections of={corrections} />
      <small>
        Read <span class="hash">{row.readId}</span>, named by <span class="hash">{row.namedBy}</span>
      </small>
      {row.skewed ? <Notice kind="error">The camera's clock was off. The time above is not to be relied on.</Notice> : null}
      {open ? (
        <Picture path={`/v1/read-pictures/${row.readId}/vehicle`} words={`picture of ${row.plate}`} request={{ purpose }} />
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          Open the picture (an entry of its own)
        </button>
      )}
      <Correct read={row} purpose={purpose} corrected={(read) => setCorrections(read.corrections)} />
    </>
  );
}
