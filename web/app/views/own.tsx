import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { Notice, Time, TroubleNotice } from '../parts.tsx';
import { publishedKey, type Standing, standingOf } from '../proof.ts';
import { receipts } from '../receipts.ts';
import { Sessions } from '../sessions.tsx';
import { useStore } from '../store.ts';
import { LedgerEntries, window24 } from './ledger.tsx';

/** What the ledger holds of one's own requests, and the receipts of this page. */
export default function Own() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [entries, setEntries] = useState<readonly Schemas['LedgerEntry'][]>();
  const read = async () => {
    const answer = await post('/v1/ledger/own-searches', {}, window24());
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setEntries(answer.data.entries);
  };
  return (
    <>
      <h1>My entries</h1>
      <p>Everything that you ask for is an entry of the ledger. These are the last 24 hours'.</p>
      <TroubleNotice of={trouble} />
      <button class="main" type="button" onClick={() => void read()}>
        Read my entries
      </button>
      {entries === undefined ? null : <LedgerEntries entries={entries} />}
      <SignIns />
      <Receipts />
    </>
  );
}

/** Asked for on a tap: each look is an entry of its own. */
function SignIns() {
  const [sessions, setSessions] = useState<readonly Schemas['Session'][]>();
  const [trouble, setTrouble] = useState<Trouble>();
  const ask = async () => {
    const answer = await get('/v1/sessions');
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setSessions(answer.data.sessions);
  };
  return (
    <section aria-label="Sign-ins">
      <h2>Where you are signed in</h2>
      <TroubleNotice of={trouble} />
      {sessions === undefined ? (
        <button type="button" onClick={() => void ask()}>
          Show my sign-ins
        </button>
      ) : (
        <Sessions sessions={sessions} ended={ask} end={(session) => post('/v1/sessions/{session}/ends', { session }, undefined)} />
      )}
    </section>
  );
}

const STANDING: Record<Standing, string> = {
  sealed: 'in the ledger, proved',
  'not-yet': 'not sealed yet; look again in a minute',
  unreachable: 'could not be checked: no answer came',
  refuted: 'NOT in the ledger that the city signed. Tell the auditor, with this id',
};

/** The newest are asked for; a proof is small, but each is a question of its own. */
const AT_ONCE = 20;

/** Checked by this page itself, against the city's signature and not against its word. */
function Receipts() {
  const kept = useStore(receipts);
  const [key, setKey] = useState<string>();
  const [standings, setStandings] = useState<ReadonlyMap<string, Standing>>(new Map());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const check = async () => {
    setBusy(true);
    const published = await publishedKey();
    setKey(published);
    setFailed(published === undefined);
    for (const receipt of published === undefined ? [] : kept.slice(0, AT_ONCE)) {
      const standing = await standingOf(published ?? '', receipt);
      setStandings((before) => new Map([...before, [receipt.entryId, standing]]));
    }
    setBusy(false);
  };
  return (
    <section aria-label="Receipts">
      <h2>Receipts of this page</h2>
      <p>Each names the entry that tells of one answer. They are kept in this page alone and are gone with it.</p>
      <button type="button" disabled={busy || kept.length === 0} aria-busy={busy} onClick={() => void check()}>
        {busy ? 'Checking …' : 'Check that the ledger has them'}
      </button>
      {failed ? <Notice kind="error">The receipts could not be checked: the city's key did not come.</Notice> : null}
      {key === undefined ? null : (
        <p>
          <small>
            By the key <span class="hash">{key}</span>, which the city prints elsewhere too.
          </small>
        </p>
      )}
      <ul class="receipts">
        {kept.map((one) => (
          <li key={one.entryId} data-standing={standings.get(one.entryId)}>
            <Time at={new Date(one.at).toISOString()} /> <span class="hash">{one.entryId}</span> {words(standings.get(one.entryId))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function words(standing: Standing | undefined): string {
  return standing === undefined ? '' : STANDING[standing];
}
