import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, PlateField, problemsOf, TextField, Time } from '../parts.tsx';

type Records = Schemas['OwnRecords'];

const EVENT: Record<Records['days'][number]['event'], string> = {
  hit: 'hits',
  search: 'searches',
  'read-opened': 'reads opened',
  'hit-opened': 'hits opened',
  'hit-rejected': 'hits rejected',
};

/** What the city has of a person's own plate: how often and on which days; never where, at what time, by whom or for which case. */
export function OwnRecords() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [records, setRecords] = useState<Records & { entryId: string }>();
  const send = async (fields: FormData) => {
    const body = given(fields, 'plate', 'state', 'requestNumber', 'identity') as unknown as Schemas['NewRecordRequest'];
    const answer = await post('/v1/record-requests', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setRecords(answer.ok ? answer.data : undefined);
  };
  const problems = problemsOf(trouble);
  return (
    <details>
      <summary>Answer a person about their own plate (records officer)</summary>
      <Form submit="Look what the city has" send={send} trouble={trouble}>
        <p>Check first who they are and that the vehicle is theirs. It counts as a search, and is watched as one.</p>
        <div class="columns">
          <PlateField label="Their plate" problems={problems} />
          <TextField label="Its state" name="state" hint="Two letters" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
          <TextField label="Number of the request" name="requestNumber" autocomplete="off" problems={problems} />
          <TextField label="Where the check is on file" name="identity" hint="Such as file 17 of the records office" autocomplete="off" problems={problems} />
        </div>
      </Form>
      {records === undefined ? null : <Answer records={records} />}
    </details>
  );
}

function Answer({ records: { reads, more, days, silenced, entryId } }: { records: Records & { entryId: string } }) {
  return (
    <section aria-label="What the city has">
      <Notice kind="good">
        {more ? 'More than ' : ''}{reads} {reads === 1 ? 'read' : 'reads'} stored now. Read this before you hand it over. Ledger entry {entryId}.
      </Notice>
      <ul>
        {days.map(({ day, event, count }) => (
          <li key={`${day} ${event}`}>
            {day}: {count} {EVENT[event]}
          </li>
        ))}
        {silenced.map(({ source, until }) => (
          <li key={source}>
            The list {source} stops nobody with this plate until <Time at={until} />
          </li>
        ))}
      </ul>
    </section>
  );
}
