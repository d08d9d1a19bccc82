import { useEffect, useState } from 'preact/hooks';
import { get, missing, type Schemas, type Trouble } from '../api.ts';
import { save } from '../download.ts';
import { Form, given, Notice, problemsOf, Said, TextField } from '../parts.tsx';
import { provedEntry, type Standing } from '../proof.ts';

interface Found {
  entry: Schemas['LedgerEntry'] & { proof: string };
  standing: Standing;
  leafHash: string;
}

const STANDING: Record<Standing, string> = {
  sealed: 'This page proved that the entry is in the log that the city signed.',
  'not-yet': 'The entry is not sealed yet; look again in a minute.',
  unreachable: "The entry could not be checked: the city's key did not come.",
  refuted: 'This is NOT an entry of the log that the city signed. Tell the auditor, with its id.',
};

/** One entry by its id. Whether the log has it is found out by this page and not believed. */
export function LookUp({ before }: { before: string }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [found, setFound] = useState<Found>();
  const ask = async (entryId: string) => {
    const answer = await get('/v1/ledger/{entryId}', { entryId });
    setTrouble(answer.ok ? undefined : answer.trouble);
    setFound(answer.ok ? { entry: answer.data, ...(await provedEntry(answer.data)) } : undefined);
  };
  const send = async (fields: FormData) => {
    const { entryId = '' } = given(fields, 'entryId');
    setFound(undefined);
    if (entryId === '') setTrouble(missing('entryId'));
    else await ask(entryId);
  };
  useEffect(() => {
    if (before !== '') void ask(before);
  }, []);
  return (
    <section aria-label="One entry">
      <h2>One entry</h2>
      <Form submit="Look it up" send={send} trouble={trouble}>
        <TextField label="Its id" name="entryId" hint="26 letters and digits, as a receipt names it; the last minute is not sealed yet" defaultValue={before} autocapitalize="none" autocomplete="off" spellcheck={false}
          problems={problemsOf(trouble)} />
      </Form>
      {found === undefined ? null : <OneEntry found={found} />}
    </section>
  );
}

function OneEntry({ found: { entry, standing, leafHash } }: { found: Found }) {
  return (
    <article>
      <Notice kind={standing === 'sealed' ? 'good' : 'error'}>{STANDING[standing]}</Notice>
      <dl class="fields">
        <Row name="Number">{entry.index}</Row>
        <Row name="Hour (UTC)">{entry.hour}</Row>
        <Row name="What">{entry.type}</Row>
        <Row name="Outcome">{entry.outcome}</Row>
        {Object.entries(entry.opened).map(([name, value]) => (
          <Row key={name} name={name}><Said text={value} /></Row>
        ))}
      </dl>
      <details>
        <summary>The entry as it stands in the public log</summary>
        <p class="hash"><Said text={entry.entry} /></p>
      </details>
      {standing === 'sealed' ? <Save entry={entry} leafHash={leafHash} /> : null}
    </article>
  );
}

function Row({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** As a receipt with its proof is written, so that one program checks both. */
function Save({ entry: { id, index, proof }, leafHash }: Omit<Found, 'standing'>) {
  const receipt = { entryId: id, leafHash, index, proof };
  return (
    <>
      <button type="button" onClick={() => save(`${id}.proof.json`, new Blob([JSON.stringify(receipt)], { type: 'application/json' }))}>
        Save what proves it
      </button>
      <p>
        <code>scripts/verify-ledger --receipt {id}.proof.json --key KEY</code> checks it without the city.
      </p>
    </>
  );
}
