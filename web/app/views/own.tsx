import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Time, TroubleNotice } from '../parts.tsx';
import { receipts } from '../receipts.ts';
import { useStore } from '../store.ts';
import { LedgerEntries, window24 } from './ledger.tsx';

/** What the ledger holds of one's own requests, and the receipts of this page. */
export default function Own() {
  const kept = useStore(receipts);
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
      <h2>Receipts of this page</h2>
      <p>Each names the entry that tells of one answer. They are kept in this page alone and are gone with it.</p>
      <ul class="receipts">
        {kept.map((one) => (
          <li key={one.entryId}>
            <Time at={new Date(one.at).toISOString()} /> <span class="hash">{one.entryId}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
