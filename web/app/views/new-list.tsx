import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, problemsOf, SelectField, TextField } from '../parts.tsx';
import { ARMING } from '../words.ts';

const LAYOUT: Record<Schemas['NewHotList']['layout'], string> = {
  generic: 'Generic CSV',
  ncic: 'NCIC extract',
  'ca-stolen-vehicle': 'California, stolen vehicles',
  'ca-felony': 'California, felony vehicles',
  'ca-stolen-plate': 'California, stolen plates',
  ny: 'New York',
  co: 'Colorado',
  il: 'Illinois',
  oh: 'Ohio',
  fl: 'Florida',
  wa: 'Washington',
  mn: 'Minnesota',
  tx: 'Texas',
};

/** It is inert until another person in another role accepts it. */
export function NewList({ proposed }: { proposed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const { maxAgeHours: hours, ...plain } = given(fields, 'source', 'agency', 'layout', 'maxAgeHours', 'signingKey', 'role');
    const age = hours === undefined ? {} : { maxAgeHours: Number.isNaN(Number(hours)) ? hours : Number(hours) };
    const answer = await post('/v1/lists', {}, { ...plain, ...age } as unknown as Schemas['NewHotList']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `${answer.data.source} waits for a second person. Ledger entry ${answer.data.entryId}.` : '');
    if (answer.ok) await proposed();
  };
  const problems = problemsOf(trouble);
  return (
    <details>
      <summary>Propose a list</summary>
      <Form submit="Propose the list" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Short name" name="source" hint="Small letters, digits and hyphens" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Whose list" name="agency" hint="It stands on every alert" autocomplete="off" problems={problems} />
          <SelectField label="How its files are written" name="layout" options={LAYOUT} empty="Choose" problems={problems} />
          <TextField label="Alerts for at most" name="maxAgeHours" inputMode="numeric" hint="Hours after its file came" autocomplete="off" problems={problems} />
          <TextField label="Key of the agency" name="signingKey" hint="Ed25519, X.509 in base64; empty where two people agree to each file" autocomplete="off" spellcheck={false} problems={problems} />
          <SelectField label="You propose it as" name="role" options={ARMING} empty="Choose" problems={problems} />
        </div>
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </details>
  );
}
