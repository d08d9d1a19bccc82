import { useState } from 'preact/hooks';
import { get, remove, type Schemas, type Trouble } from '../api.ts';
import { Asked, Notice, Time, TroubleNotice, useAsked } from '../parts.tsx';

type Quality = Schemas['ReadingQuality'];
type Camera = Quality['cameras'][number];
type Rates = Schemas['MisreadRates'];

/** How often plates were misread in four weeks: cameras in quarantine first, then the worst by their sample. */
export default function Misreads() {
  const { outcome, again } = useAsked(() => get('/v1/reading-quality'));
  return (
    <>
      <h1>Misreads</h1>
      <p>What officers said of hits, where misreads gather, and what was said of reads drawn at random, which alone tells how good the reader is. The two are never added.</p>
      <Asked outcome={outcome} again={again}>
        {(quality) => (
          <>
            <section class="card">
              <h2>All cameras</h2>
              <Two rates={quality.city} floor={quality.floor} />
            </section>
            <ul class="cards">
              {quality.cameras.toSorted(first).map((camera) => (
                <li key={camera.cameraId} class="card">
                  <OneCamera camera={camera} quality={quality} changed={again} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Asked>
    </>
  );
}

function first(one: Camera, other: Camera): number {
  return Number(one.quarantinedSince === null) - Number(other.quarantinedSince === null) || (other.samples.rate?.low ?? -1) - (one.samples.rate?.low ?? -1);
}

function OneCamera({ camera, quality, changed }: { camera: Camera; quality: Quality; changed: () => Promise<unknown> }) {
  return (
    <>
      <strong>{camera.cameraId}</strong>
      {camera.quarantinedSince === null ? null : (
        <>
          <Notice kind="error">
            In quarantine since <Time at={camera.quarantinedSince} />: its sample shows more than {quality.misreadLimitPercent} % misreads. Its alerts are advisory and
            never pushed.
          </Notice>
          <Release cameraId={camera.cameraId} changed={changed} />
        </>
      )}
      <Two rates={camera} floor={quality.floor} />
    </>
  );
}

/** In two taps: what was labelled until the end of today no longer speaks against the camera. */
function Release({ cameraId, changed }: { cameraId: string; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const release = async () => {
    const answer = await remove('/v1/cameras/{cameraId}/quarantine', { cameraId });
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <details>
      <summary>End the quarantine (Program Manager)</summary>
      <p>Do it when its lens is clean or its reader was changed. Its alerts are pushed again from now on; what was labelled until the end of today no longer counts.</p>
      <TroubleNotice of={trouble} />
      <button type="button" onClick={() => void release()}>
        Push alerts of {cameraId} again
      </button>
    </details>
  );
}

function Two({ rates, floor }: { rates: { hits: Rates; samples: Rates }; floor: number }) {
  return (
    <dl class="fields">
      <div>
        <dt>Drawn at random</dt>
        <dd>{words(rates.samples, floor)}</dd>
      </div>
      <div>
        <dt>What officers said of hits</dt>
        <dd>{words(rates.hits, floor)}</dd>
      </div>
    </dl>
  );
}

function words({ n, rate }: Rates, floor: number): string {
  if (rate === null) return `${n} judged; no rate of fewer than ${floor}`;
  return `${rate.percent} % of ${rate.n} (between ${rate.low} and ${rate.high} %)`;
}
