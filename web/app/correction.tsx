import { useState } from 'preact/hooks';
import { type Outcome, post, type Schemas, type Trouble } from './api.ts';
import { Fold, Form, given, Notice, PlateField, problemsOf, Said, TextField, Time } from './parts.tsx';

type Viewed = Schemas['ViewedRead'];

/** What people said that a read shows; what the reader said stays above it. */
export function Corrections({ of }: { of: Viewed['corrections'] }) {
  return (
    <>
      {of.map(({ entryId, by, at, plate, state, reason }) => (
        <span key={entryId}>
          {by} sees {plate}{state === null ? '' : `, ${state}`}: “<Said text={reason} />” <Time at={at} />
        </span>
      ))}
    </>
  );
}

/** Only who opened a read may say what it shows: a read that a search named is opened first, which is an entry of its own. */
export function Correct({ read, purpose, view, corrected }: {
  read: Pick<Viewed, 'readId' | 'plate'>;
  purpose: Schemas['Purpose'];
  /** The entry of the view by which this person opened it on this page. */
  view?: string;
  corrected: (read: Viewed) => void;
}) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [opened, setOpened] = useState(view);
  const [done, setDone] = useState('');
  const { readId } = read;
  const own = async (): Promise<Outcome<string>> => {
    if (opened !== undefined) return { ok: true, data: opened };
    const answer = await post('/v1/read-views/{readId}', { readId }, { purpose });
    if (!answer.ok) return answer;
    setOpened(answer.data.entryId);
    return { ok: true, data: answer.data.entryId };
  };
  const send = async (fields: FormData) => {
    const mine = await own();
    const answer = mine.ok ? await post('/v1/read-corrections/{readId}', { readId }, bodyOf(mine.data, fields)) : mine;
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setDone(`It stands beside the read. Ledger entry ${answer.data.entryId}.`);
    corrected(answer.data);
  };
  const problems = problemsOf(trouble);
  return (
    <Fold summary="The picture shows something else">
      <Form submit="Say what it shows" send={send} trouble={trouble}>
        <p>The read stays as it is and nobody is alerted. A search for what you say finds it from then on.</p>
        <PlateField label="What the picture shows" before={read.plate} problems={problems} />
        <TextField label="Its state" name="state" hint="Two letters, where the state was misread" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
        <TextField label="How do you know?" name="reason" hint="In your words" maxLength={200} autocomplete="off" problems={problems} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </Fold>
  );
}

function bodyOf(view: string, fields: FormData): Schemas['ReadCorrectionRequest'] {
  const { state, ...rest } = given(fields, 'plate', 'state', 'reason');
  return { view, ...rest, ...(state === undefined ? {} : { state: state.toUpperCase() }) } as unknown as Schemas['ReadCorrectionRequest'];
}
