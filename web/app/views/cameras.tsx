import { useState } from 'preact/hooks';
import { get, put, remove, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { Asked, Said, Time, TroubleNotice, useAsked } from '../parts.tsx';

/** The registry: those that are not believed first, then those in service, then the retired ones. */
export default function Cameras() {
  const { outcome, again } = useAsked(() => get('/v1/cameras'));
  return (
    <>
      <h1>Cameras</h1>
      <Asked outcome={outcome} again={again}>
        {({ cameras }) => (
          <ul class="cards">
            {[...cameras].sort((a, b) => rank(a) - rank(b)).map((camera) => (
              <li key={camera.cameraId} class="card">
                <OneCamera camera={camera} changed={again} />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}

function rank(camera: Schemas['Camera']): number {
  if (camera.retiredAt !== null) return 2;
  return camera.suspendedSince !== null ? 0 : 1;
}

function OneCamera({ camera, changed }: { camera: Schemas['Camera']; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const about = { cameraId: camera.cameraId };
  const took = async (answer: { ok: true } | { ok: false; trouble: Trouble }) => {
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <>
      <strong>
        <Said text={camera.name} />
      </strong>
      <span>
        {camera.cameraId} · {camera.zone} · {camera.mobile ? 'mobile' : `looks to ${camera.heading}°`} · {camera.latitude.toFixed(4)},{' '}
        {camera.longitude.toFixed(4)}
      </span>
      <small>
        Owner <Said text={camera.owner} /> · approved by <Said text={camera.approval} /> · {camera.keys.length}{' '}
        {camera.keys.length === 1 ? 'key' : 'keys'} · since <Time at={camera.installedAt} />
      </small>
      <TroubleNotice of={trouble} />
      <Standing camera={camera} />
      {camera.retiredAt !== null ? null : camera.suspendedSince === null ? (
        <button type="button" onClick={async () => took(await put('/v1/cameras/{cameraId}/suspension', about, { since: new Date(now()).toISOString() }))}>
          Believe nothing of it from now on
        </button>
      ) : (
        <button type="button" onClick={async () => took(await remove('/v1/cameras/{cameraId}/suspension', about))}>
          Believe it again
        </button>
      )}
    </>
  );
}

function Standing({ camera }: { camera: Schemas['Camera'] }) {
  if (camera.retiredAt !== null) return <span class="tag">Retired <Time at={camera.retiredAt} /></span>;
  if (camera.suspendedSince !== null) return <span class="tag">Suspended since <Time at={camera.suspendedSince} /></span>;
  return <span class="tag">In service</span>;
}
