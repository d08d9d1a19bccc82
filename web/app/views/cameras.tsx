import { useState } from 'preact/hooks';
import { get, post, put, remove, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { PlainMap } from '../map.tsx';
import { Asked, Notice, Said, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { span } from '../words.ts';
import { Captions } from './captions.tsx';
import { NewCamera } from './new-camera.tsx';
import { NewKey } from './new-key.tsx';
import { OptIn } from './opt-in.tsx';

/** One of the registry, with what is measured of it. */
type Camera = Schemas['Camera'] & { clockSkewMillis: number | null; lastFrameAt: string | null; health: string; excludedZone: string | null };

/** A clock that is off by more makes the times of reads doubtful. */
const NOTABLE_SKEW_MILLIS = 120_000;

/** The registry: what needs somebody first (not believed, silent, a wrong clock), then those in service, then the retired ones. */
export default function Cameras() {
  const { outcome, again } = useAsked(() => get('/v1/cameras'));
  return (
    <>
      <h1>Cameras</h1>
      <NewCamera registered={again} />
      <Asked outcome={outcome} again={again}>
        {({ cameras }) => <Registry cameras={cameras.toSorted((one, other) => rank(one) - rank(other))} changed={again} />}
      </Asked>
    </>
  );
}

function Registry({ cameras, changed }: { cameras: readonly Camera[]; changed: () => Promise<unknown> }) {
  const places = cameras.flatMap((camera, index) => (camera.retiredAt === null ? [{ ...placed(camera), label: String(index + 1) }] : []));
  return (
    <div class="beside">
      <ol class="cards">
        {cameras.map((camera, index) => (
          <li key={camera.cameraId} class="card">
            <OneCamera camera={camera} number={index + 1} changed={changed} />
          </li>
        ))}
      </ol>
      {places.length === 0 ? null : <PlainMap words="Places of the cameras, numbered as in the list; a fixed one points where it looks" places={places} />}
    </div>
  );
}

function placed({ cameraId, latitude, longitude, heading, mobile }: Camera) {
  return { key: cameraId, latitude, longitude, ...(mobile ? {} : { heading }) };
}

function hasWrongClock({ clockSkewMillis }: Camera): boolean {
  return clockSkewMillis !== null && Math.abs(clockSkewMillis) > NOTABLE_SKEW_MILLIS;
}

function rank(camera: Camera): number {
  if (camera.retiredAt !== null) return 3;
  if (camera.suspendedSince !== null || camera.quarantinedSince !== null) return 0;
  return camera.health === 'silent' || camera.health === 'excluded' || hasWrongClock(camera) ? 1 : 2;
}

function OneCamera({ camera, number, changed }: { camera: Camera; number: number; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const about = { cameraId: camera.cameraId };
  const took = async (answer: { ok: true } | { ok: false; trouble: Trouble }) => {
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <>
      <strong>
        {number}. <Said text={camera.name} />
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
      {camera.retiredAt === null ? <Health camera={camera} /> : null}
      {camera.retiredAt !== null ? null : camera.suspendedSince === null ? (
        <button type="button" onClick={async () => took(await put('/v1/cameras/{cameraId}/suspension', about, { since: new Date(now()).toISOString() }))}>
          Believe nothing of it from now on
        </button>
      ) : (
        <button type="button" onClick={async () => took(await remove('/v1/cameras/{cameraId}/suspension', about))}>
          Believe it again
        </button>
      )}
      {camera.retiredAt === null ? <OptIn camera={camera} changed={changed} /> : null}
      {camera.retiredAt === null ? <NewKey camera={camera} changed={changed} /> : null}
      {camera.retiredAt === null ? <Captions camera={camera} changed={changed} /> : null}
      {camera.retiredAt === null ? <Retire retire={async () => took(await post('/v1/cameras/{cameraId}/retirement', about, undefined))} /> : null}
    </>
  );
}

/** In two taps: nobody takes a retirement back. */
function Retire({ retire }: { retire: () => Promise<void> }) {
  return (
    <details>
      <summary>Retire it</summary>
      <p>From then on it gets no upload. A camera that is retired stays retired; the public map says since when.</p>
      <button type="button" onClick={() => void retire()}>
        Retire it for good
      </button>
    </details>
  );
}

function Standing({ camera }: { camera: Camera }) {
  if (camera.retiredAt !== null) return <span class="tag">Retired <Time at={camera.retiredAt} /></span>;
  if (camera.suspendedSince !== null) return <span class="tag">Suspended since <Time at={camera.suspendedSince} /></span>;
  if (camera.quarantinedSince !== null) {
    return <span class="tag">Misreads too many plates: alerts are advisory since <Time at={camera.quarantinedSince} /></span>;
  }
  return <span class="tag">In service</span>;
}

/** What the city knows of a camera by itself: whether it may capture, whether it sends, and how its clock goes. */
function Health({ camera }: { camera: Camera }) {
  const skew = camera.clockSkewMillis;
  if (camera.excludedZone !== null) {
    return <Notice kind="error">It stands in an excluded zone ({camera.excludedZone.replace('-', ' ')}): it gets no URL there. Move or retire it.</Notice>;
  }
  if (skew === null) return <Notice kind="note">It asked for no upload in the last two days: it is broken, or its street is empty.</Notice>;
  if (camera.health === 'silent') {
    return (
      <Notice kind="note">
        It asks for uploads and brings none{camera.lastFrameAt === null ? null : <>; its last picture came <Time at={camera.lastFrameAt} /></>}: it is
        broken, or its street is empty.
      </Notice>
    );
  }
  if (!hasWrongClock(camera)) return <small>It sends; its clock agrees with the city's.</small>;
  return (
    <Notice kind="error">
      Its clock is {span(Math.abs(skew) / 1_000)} {skew > 0 ? 'ahead of' : 'behind'} the city's, or its pictures waited that long.
    </Notice>
  );
}
