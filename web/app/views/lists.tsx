import { useState } from 'preact/hooks';
import { get, post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { Asked, Fold, Form, given, Notice, problemsOf, SelectField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { ARMING, span } from '../words.ts';
import { Became, SendFile } from './list-file.tsx';
import { NewList } from './new-list.tsx';

type List = Schemas['HotList'];

/** Lists of other agencies: which alert, how old they are, and what waits for a second person. Those that do not alert come first. */
export default function Lists() {
  const { outcome, again } = useAsked(() => get('/v1/lists'));
  return (
    <>
      <h1>Lists of other agencies</h1>
      <p>Nothing of another agency alerts before two people of this city accepted its list. Where a list is older than it may be, it stops alerting by itself.</p>
      <NewList proposed={again} />
      <Asked outcome={outcome} again={again}>
        {({ lists }) => (
          <>
            {lists.length === 0 ? <p>No other agency's list is configured.</p> : null}
            <ul class="cards">
              {lists.toSorted((one, other) => Number(one.alerting) - Number(other.alerting)).map((list) => (
                <li key={list.source} class="card">
                  <OneList list={list} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function OneList({ list, changed }: { list: List; changed: () => Promise<unknown> }) {
  return (
    <>
      <span class="row">
        <strong>{list.source}</strong>
        <span class="tag">{list.alerting ? 'alerts' : 'does not alert'}</span>
      </span>
      <span>
        From {list.agency}; {list.entries ?? 0} entries
        {list.received === null ? ', never received' : `, ${span((now() - Date.parse(list.received)) / 1_000)} old`}; at most {list.maxAgeHours} hours may pass.
      </span>
      {list.importing === null ? null : <Notice kind="note">A file is being taken in.</Notice>}
      {list.acceptedBy === null ? <Step list={list} path="/v1/lists/{source}/acceptance" submit="Accept the list" changed={changed}>{list.proposedBy} proposed it.</Step> : <Suspend list={list} changed={changed} />}
      {list.announced === null || list.announced.approved ? null : (
        <Step list={list} path="/v1/lists/{source}/file-approvals" submit="Approve the file" changed={changed}>A file that nobody signed waits: {list.announced.sha256.slice(0, 16)} …</Step>
      )}
      {list.received === null ? null : <small>Received <Time at={list.received} /></small>}
      {list.acceptedBy === null ? null : <SendFile list={list} changed={changed} />}
      {list.sha256 === null ? null : (
        <Fold summary="The receipt of its file">
          <p class="hash">{list.sha256}</p>
          <Became source={list.source} sha256={list.sha256} />
        </Fold>
      )}
    </>
  );
}

function Step({ list, path, submit, changed, children }: {
  list: List;
  path: '/v1/lists/{source}/acceptance' | '/v1/lists/{source}/file-approvals';
  submit: string;
  changed: () => Promise<unknown>;
  children: preact.ComponentChildren;
}) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const answer = await post(path, { source: list.source }, given(fields, 'role') as unknown as Schemas['ListRole']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <Form submit={submit} send={send} trouble={trouble}>
      <p>{children} It takes a second person, in another role.</p>
      <SelectField label="In which role" name="role" options={ARMING} empty="Choose" problems={problemsOf(trouble)} />
    </Form>
  );
}

function Suspend({ list, changed }: { list: List; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const suspend = async () => {
    const answer = await post('/v1/lists/{source}/suspension', { source: list.source }, undefined);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <>
      <TroubleNotice of={trouble} />
      <button type="button" onClick={() => void suspend()}>
        Suspend {list.source} at once
      </button>
    </>
  );
}
