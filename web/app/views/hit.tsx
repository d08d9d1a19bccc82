import { useEffect, useState } from 'preact/hooks';
import { get, type Hit, post, type Schemas, type Trouble } from '../api.ts';
import { Asked, Notice, Said, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { Picture } from '../picture.tsx';
import { PlateComparison } from '../plate.tsx';
import { noticed } from '../watch.ts';
import { CATEGORY, CAUTION, DISPOSITION, listAge, MATCH, REJECT, SOURCE, STATE, STEP, vehicleColour } from '../words.ts';
import { NextStep } from './steps.tsx';

/** One hit from the first look to its end: its pictures as high as a phone lets them, read and entry side by side, and the one step that comes next. */
export function OneHit({ hitId }: { hitId: string }) {
  const { outcome, again, setOutcome } = useAsked(() => get('/v1/hits/{hitId}', { hitId }));
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState(false);
  useEffect(() => noticed(hitId), [hitId]);

  const step = async (body: Schemas['NewStep']) => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    const answer = await post('/v1/hits/{hitId}/steps', { hitId }, body);
    if (answer.ok) {
      setOutcome(answer);
    } else {
      // Whoever was faster, or a lost answer: the city says how the hit stands.
      setTrouble(answer.trouble);
      if (answer.trouble.kind === 'problem' || answer.trouble.kind === 'unreachable') await again();
    }
    setBusy(false);
  };
  const firstSeen = async () => {
    setSeen(true);
    if (outcome?.ok === true && outcome.data.state === 'alerted') await again();
  };

  return (
    <>
      <a class="back" href="#/hits">Open hits</a>
      <Asked outcome={outcome} again={again}>
        {(hit) => (
          <article class="hit">
            <Head hit={hit} />
            <div class="pictures">
              <Picture path={hit.pictures.plate} words="picture of the plate" class="crop" onSeen={firstSeen} />
              <Picture path={hit.pictures.vehicle} words="picture of the vehicle" onSeen={firstSeen} />
            </div>
            <div>
              <Seen hit={hit} />
              {hit.entries.map((entry) => (
                <Entry key={`${entry.source} ${entry.recordId}`} entry={entry} />
              ))}
              <Course hit={hit} />
            </div>
            <div class="next">
              <TroubleNotice of={trouble} />
              <NextStep hit={hit} seen={seen} busy={busy} step={step} />
            </div>
          </article>
        )}
      </Asked>
    </>
  );
}

function Head({ hit }: { hit: Hit }) {
  return (
    <div>
      <h1>{CATEGORY[hit.category]}</h1>
      <p class="match">
        <span class="tag">{hit.advisory ? 'Advisory' : 'Alert'}</span> {MATCH[hit.match]}. {listAge(hit.listAgeSeconds)}.
      </p>
      {hit.cautions.map((caution) => (
        <Notice key={caution} kind="error">
          {CAUTION[caution]}
        </Notice>
      ))}
    </div>
  );
}

function Seen({ hit: { sighting, zone, shortCode } }: { hit: Hit }) {
  return (
    <p>
      Seen <Time at={sighting.capturedAt} /> by {sighting.cameraId}, {zone}. State on the plate:{' '}
      {sighting.state === null ? 'not known' : `${sighting.state.code} (${Math.round(sighting.state.confidence * 100)} %)`}.{' '}
      {sighting.frames.of > 1 ? `${sighting.frames.agreed} of ${sighting.frames.of} frames read exactly this plate. ` : ''}
      Code <strong>{shortCode}</strong>. {vehicleColour(sighting.colour)}. Compare it with the picture and the entry.
    </p>
  );
}

function Entry({ entry }: { entry: Schemas['MatchedEntry'] }) {
  return (
    <section class="entry">
      <h2>
        {CATEGORY[entry.category]}, {entry.state === 'UNKNOWN' ? 'state not known' : entry.state}
      </h2>
      <PlateComparison entry={entry} />
      <p>
        <Said text={entry.reason} />
      </p>
      <p>
        <small>
          Case <Said text={entry.caseNumber} /> · list {entry.source} · record {entry.recordId}
        </small>
      </p>
      {entry.vehicle === null ? null : (
        <p>Vehicle: {Object.values(entry.vehicle).filter((part) => part !== '').join(', ')}</p>
      )}
      {entry.alternate ? <Notice kind="note">This is not the reader's first choice of characters.</Notice> : null}
    </section>
  );
}

function Course({ hit }: { hit: Hit }) {
  return (
    <section>
      <h2>Steps</h2>
      <p>
        Now: <strong data-state={hit.state}>{STATE[hit.state]}</strong>
      </p>
      <ol class="course">
        {hit.steps.map((step) => (
          <li key={`${step.state} ${step.at}`}>
            <Time at={step.at} /> {STEP[step.state]} <small>{step.by}{about(step)}</small>
            {step.narrative === undefined ? null : <Said text={step.narrative} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function about(step: Schemas['HitStep']): string {
  const parts = [
    step.reason === undefined ? '' : REJECT[step.reason],
    step.source === undefined ? '' : SOURCE[step.source],
    step.urgency ?? '',
    step.confirmedBy === undefined ? '' : `by ${step.confirmedBy}`,
    step.timedOut === true ? 'the time was over' : '',
    ...(step.dispositions ?? []).map((one) => DISPOSITION[one]),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` · ${parts.join(', ')}`;
}
