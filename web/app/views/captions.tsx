import { useState } from 'preact/hooks';
import { put, type Schemas, type Trouble } from '../api.ts';
import { Fold, Form, Notice, problemsOf, TextField } from '../parts.tsx';

type Camera = Schemas['Camera'];
type Side = keyof Schemas['CaptionZone'];

const MOST = 4;
const SIDES: readonly (readonly [side: Side, words: string])[] = [['left', 'From the left'], ['top', 'From the top'], ['width', 'Wide'], ['height', 'High']];

/** Where a camera writes a name, a date or a time into its frames: what stands there is never a plate. */
export function Captions({ camera, changed }: { camera: Camera; changed: () => Promise<unknown> }) {
  const [done, setDone] = useState('');
  const saved = async (entryId: string) => {
    setDone(`It counts from the next frame on. Ledger entry ${entryId}.`);
    await changed();
  };
  return (
    <Fold summary="Where it writes into its frames">
      <Zones key={camera.revision} camera={camera} saved={saved} />
      {done === '' ? null : <Notice kind="good">{done}</Notice>}
    </Fold>
  );
}

/** In percent of the upright frame, all of them at once. */
function Zones({ camera, saved }: { camera: Camera; saved: (entryId: string) => Promise<void> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [zones, setZones] = useState(camera.captions.map((zone, number) => ({ number, zone })));
  const [next, setNext] = useState(zones.length);
  const send = async (fields: FormData) => {
    const captions = zones.map(({ number }) => Object.fromEntries(SIDES.map(([side]) => [side, fraction(fields.get(`${side} ${number}`))])));
    const answer = await put('/v1/cameras/{cameraId}/captions', { cameraId: camera.cameraId }, { captions } as unknown as Schemas['NewCaptions']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await saved(answer.data.entryId);
  };
  const add = () => {
    setZones([...zones, { number: next, zone: { left: 0, top: 0, width: 1, height: 0.05 } }]);
    setNext(next + 1);
  };
  return (
    <Form submit="Never read a plate in these zones" send={send} trouble={trouble}>
      {zones.length === 0 ? <p>Its whole frame is read.</p> : <p>In percent of the upright frame. Text in these zones is never a plate.</p>}
      {zones.map(({ number, zone }, place) => (
        <fieldset key={number} class="read">
          <legend>Zone {place + 1}</legend>
          <div class="columns">
            {SIDES.map(([side, words]) => (
              <TextField key={side} label={words} name={`${side} ${number}`} inputMode="decimal" defaultValue={percent(zone[side])} autocomplete="off"
                problems={problemsOf(trouble).map((one) => (one.field === `captions[${place}].${side}` ? { ...one, field: `${side} ${number}` } : one))} />
            ))}
          </div>
          <button type="button" onClick={() => setZones(zones.filter((one) => one.number !== number))}>
            Leave out zone {place + 1}
          </button>
        </fieldset>
      ))}
      {zones.length < MOST ? (
        <button type="button" onClick={add}>
          Add a zone
        </button>
      ) : (
        <Notice kind="note">A camera has at most four zones.</Notice>
      )}
    </Form>
  );
}

function percent(part: number): string {
  return String(Math.round(part * 1_000) / 10);
}

/** What is no number is sent as it was typed: the API says what is wrong with it, at its field. */
function fraction(typed: FormDataEntryValue | null): number | string {
  const text = String(typed ?? '').trim().replace(',', '.');
  return text === '' || Number.isNaN(Number(text)) ? text : Math.round(Number(text) * 10) / 1_000;
}
