import { useState } from 'preact/hooks';
import { get, type Outcome, post, type Schemas, type Trouble } from '../api.ts';
import { Fold, Form, given, Notice, problemsOf, SelectField, TextField, Time, TroubleNotice } from '../parts.tsx';
import { command, hashed, type ListFile } from '../send-file.ts';
import { ARMING } from '../words.ts';

type List = Schemas['HotList'];

/** Sends a file of a list: its source signed it, or two people agree to these very bytes first. */
export function SendFile({ list, changed }: { list: List; changed: () => Promise<unknown> }) {
  const [file, setFile] = useState<ListFile>();
  const choose = async (chosen: File | undefined) => setFile(chosen === undefined ? undefined : await hashed(chosen));
  const isAgreed = list.signed || (list.announced?.approved === true && list.announced.sha256 === file?.sha256);
  const isAnnounced = !list.signed && list.announced?.approved === false && list.announced.sha256 === file?.sha256;
  return (
    <Fold summary="Send a file">
      <label>
        The file <input type="file" onChange={(event) => void choose(event.currentTarget.files?.[0])} />
      </label>
      {file === undefined ? null : (
        <>
          <p>
            {file.bytes.toLocaleString('en-US')} bytes, SHA-256 <span class="hash">{file.sha256}</span>
          </p>
          {isAnnounced ? <Notice kind="note">It waits for a second person, in another role, within a day.</Notice> : null}
          {isAgreed ? <Address key={file.sha256} list={list} file={file} /> : isAnnounced ? null : <Announce list={list} file={file} changed={changed} />}
          <Became key={`of ${file.sha256}`} source={list.source} sha256={file.sha256} />
        </>
      )}
    </Fold>
  );
}

function Announce({ list, file, changed }: { list: List; file: ListFile; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const { acceptedRemovalPercent: percent, ...rest } = given(fields, 'role', 'acceptedRemovalPercent');
    const removal = percent === undefined ? {} : { acceptedRemovalPercent: Number.isNaN(Number(percent)) ? percent : Number(percent) };
    const answer = await post('/v1/lists/{source}/files', { source: list.source }, { sha256: file.sha256, ...rest, ...removal } as unknown as Schemas['NewListFile']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="Ask a second person to agree to it" send={send} trouble={trouble}>
      <SelectField label="In which role" name="role" options={ARMING} empty="Choose" problems={problems} />
      <TextField label="May remove of the list" name="acceptedRemovalPercent" inputMode="numeric" hint="Percent; empty for what the policy allows" autocomplete="off" problems={problems} />
    </Form>
  );
}

/** An address for half an hour and once; where a source signs its files, only with its signature. */
function Address({ list, file }: { list: List; file: ListFile }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [address, setAddress] = useState<Schemas['ListUploadUrl']>();
  const send = async (fields: FormData) => {
    const signed = fields.get('signature');
    const signature = signed instanceof File && signed.size > 0 ? { signature: await signed.text() } : {};
    const answer = await post('/v1/lists/{source}/uploads', { source: list.source }, { sha256: file.sha256, bytes: file.bytes, ...signature });
    setTrouble(answer.ok ? undefined : answer.trouble);
    setAddress(answer.ok ? answer.data : undefined);
  };
  return (
    <>
      <Form submit="Ask where to send it" send={send} trouble={trouble}>
        {list.signed ? <TextField label="Its signature" name="signature" type="file" hint="The file that ends in .sig" problems={problemsOf(trouble)} /> : null}
      </Form>
      {address === undefined ? null : (
        <>
          <p>
            Send it with this command, where the file lies, until <Time at={address.expiresAt} /> and once. Whoever has the command can send these very bytes and no others.
          </p>
          <pre class="command" tabIndex={0} aria-label="The command that sends the file">{command(file, address)}</pre>
        </>
      )}
    </>
  );
}

/** How the import of these bytes ended: each look is an entry of its own, so it is asked for on a tap. */
export function Became({ source, sha256 }: { source: string; sha256: string }) {
  const [outcome, setOutcome] = useState<Outcome<Schemas['ListImport']>>();
  const ask = async () => setOutcome(await get('/v1/lists/{source}/imports/{sha256}', { source, sha256 }));
  const isUnknown = outcome?.ok === false && outcome.trouble.kind === 'problem' && outcome.trouble.problem.status === 404;
  return (
    <>
      {isUnknown ? <Notice kind="note">Its import has not begun.</Notice> : <TroubleNotice of={outcome?.ok === false ? outcome.trouble : undefined} />}
      {outcome?.ok === true ? <Import of={outcome.data} /> : null}
      <button type="button" onClick={() => void ask()}>
        What became of it?
      </button>
    </>
  );
}

const RESULT: Record<NonNullable<Schemas['ListImport']['outcome']>['result'], string> = {
  imported: 'It was imported, and alerts.',
  aborted: 'It was given up; the last good version stays.',
  refused: 'The city does not take this file.',
};

function Import({ of: { running, written, outcome } }: { of: Schemas['ListImport'] }) {
  return (
    <>
      {running ? <Notice kind="note">Its import runs: {written.toLocaleString('en-US')} rows are written.</Notice> : null}
      {outcome === null ? null : (
        <>
          <Notice kind={outcome.result === 'imported' ? 'good' : 'error'}>
            {RESULT[outcome.result]} {outcome.reason.replaceAll('-', ' ')} <Time at={outcome.at} />. Ledger entry {outcome.receipt}.
          </Notice>
          <Counts title="What it did" counts={outcome.counts} />
          <Counts title="Rows that were not imported, by reason" counts={outcome.rejected} />
          <Counts title="Rows that the policy does not allow, by file code" counts={outcome.refused} />
        </>
      )}
    </>
  );
}

function Counts({ title, counts }: { title: string; counts: Record<string, number> }) {
  const rows = Object.entries(counts);
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <dl class="fields">
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name.replaceAll('-', ' ')}</dt>
            <dd>{count.toLocaleString('en-US')}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
