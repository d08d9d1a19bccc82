import { useState } from 'preact/hooks';
import { put, remove, type Schemas, type Trouble } from '../api.ts';
import { Fold, Form, given, Notice, problemsOf, TextField, TroubleNotice } from '../parts.tsx';

/** Nothing of a private owner's camera is taken before they opted in, and nothing of it is shown once they withdrew. */
export function OptIn({ camera: { cameraId, ownership }, changed }: { camera: Schemas['Camera']; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const took = async (answer: { ok: true } | { ok: false; trouble: Trouble }) => {
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  switch (ownership) {
    case 'city':
      return null;
    case 'private':
      return (
        <Fold summary="Its private owner opts in">
          <Form submit="Take what it sees" trouble={trouble}
            send={async (fields) => took(await put('/v1/cameras/{cameraId}/opt-in', { cameraId }, given(fields, 'consent') as unknown as Schemas['NewOptIn']))}>
            <Notice kind="note">It belongs to a private owner. The city takes nothing of it before they agree in writing.</Notice>
            <TextField label="Where the consent is on file" name="consent" autocomplete="off" problems={problemsOf(trouble)} />
          </Form>
        </Fold>
      );
    case 'private-opted-in':
      return (
        <>
          <TroubleNotice of={trouble} />
          <button type="button" onClick={async () => took(await remove('/v1/cameras/{cameraId}/opt-in', { cameraId }))}>
            Its private owner withdraws
          </button>
        </>
      );
  }
}
