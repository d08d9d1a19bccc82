import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { Form, given, Notice, problemsOf, SelectField, TextField } from '../parts.tsx';

const TEXTS = ['cameraId', 'name', 'zone', 'owner', 'ownership', 'approval', 'kid', 'publicKey'] as const;
const OWNERSHIP = { city: 'The city, or another agency', private: 'A private owner: nothing is taken of it before they opt in' };
const NUMBERS = ['latitude', 'longitude', 'heading'] as const;

/** Registers a camera with its first public key; the private one never leaves the camera. */
export function NewCamera({ registered }: { registered: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const answer = await post('/v1/cameras', {}, cameraOf(fields));
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `${answer.data.cameraId} may upload. Ledger entry ${answer.data.entryId}.` : '');
    if (answer.ok) await registered();
  };
  const problems = problemsOf(trouble);
  return (
    <details>
      <summary>Register a camera</summary>
      <Form submit="Register the camera" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Id" name="cameraId" hint="Small letters, digits and hyphens; never given again" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Name" name="name" hint="For people, such as a street corner" autocomplete="off" problems={problems} />
          <TextField label="Zone" name="zone" hint="Whose officers are alerted" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Latitude" name="latitude" inputMode="decimal" hint="Degrees, north is positive" autocomplete="off" problems={problems} />
          <TextField label="Longitude" name="longitude" inputMode="decimal" hint="Degrees, west is negative" autocomplete="off" problems={problems} />
          <TextField label="Looks to" name="heading" inputMode="numeric" hint="Degrees clockwise from north" autocomplete="off" problems={problems} />
          <TextField label="Owner" name="owner" hint="The agency, shop or person that owns it" autocomplete="off" problems={problems} />
          <SelectField label="Whose it is" name="ownership" options={OWNERSHIP} problems={problems} />
          <TextField label="Approved by" name="approval" hint="The document that approved it" autocomplete="off" problems={problems} />
          <TextField label="Name of its key" name="kid" defaultValue="key-1" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Its public key" name="publicKey" hint="Ed25519, 43 characters of base64url" autocomplete="off" spellcheck={false} problems={problems} />
        </div>
        <label class="check">
          <input type="checkbox" name="mobile" /> It moves
        </label>
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </details>
  );
}

/** A number that is none is sent as it was typed: the API says what is wrong with it, at its field. */
function cameraOf(fields: FormData): Schemas['NewCamera'] {
  const numbers = Object.entries(given(fields, ...NUMBERS)).map(([name, text]) => [name, Number.isNaN(Number(text)) ? text : Number(text)]);
  return {
    ...given(fields, ...TEXTS),
    ...Object.fromEntries(numbers),
    mobile: fields.get('mobile') !== null,
    installedAt: new Date(now()).toISOString(),
  } as unknown as Schemas['NewCamera'];
}
