import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Fold, Form, given, Notice, problemsOf, TextField, Time } from '../parts.tsx';

/** Rotation without downtime: two keys live at once, and the camera changes over when it likes. */
export function NewKey({ camera, changed }: { camera: Schemas['Camera']; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const send = async (fields: FormData) => {
    const body = given(fields, 'kid', 'publicKey') as unknown as Schemas['NewCameraKey'];
    const answer = await post('/v1/cameras/{cameraId}/keys', { cameraId: camera.cameraId }, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `It may sign with ${answer.data.keys.map(({ kid }) => kid).join(' and ')}. Ledger entry ${answer.data.entryId}.` : '');
    if (answer.ok) await changed();
  };
  const oldest = camera.keys.length > 1 ? camera.keys[0] : undefined;
  return (
    <Fold summary="Change its key">
      <ul>
        {camera.keys.map(({ kid, addedAt }) => (
          <li key={kid}>
            {kid}, since <Time at={addedAt} />
          </li>
        ))}
      </ul>
      <Form submit="Add the key" send={send} trouble={trouble}>
        {oldest === undefined ? (
          <p>Both keys count from then on, until a third takes the place of the older.</p>
        ) : (
          <Notice kind="note">{oldest.kid} ends at once: be sure that the camera signs with the newer one.</Notice>
        )}
        <TextField label="Name of the new key" name="kid" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problemsOf(trouble)} />
        <TextField label="The new public key" name="publicKey" hint="Ed25519, 43 characters of base64url" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problemsOf(trouble)} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </Fold>
  );
}
