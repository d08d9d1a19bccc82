import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from './api.ts';
import { Correct, Corrections } from './correction.tsx';
import { PlainMap } from './map.tsx';
import { Notice, Time, TroubleNotice } from './parts.tsx';
import { Picture } from './picture.tsx';
import { Timeline } from './timeline.tsx';
import { vehicleColour } from './words.ts';

type Read = Schemas['SeenRead'];

/** What a search by camera answered so far. */
export interface Seen {
  search: Schemas['CameraSearch'];
  reads: readonly Read[];
  silent: readonly Schemas['SilentCamera'][];
  /** Of all pages so far. */
  described: Schemas['Described'];
  nextPage: string | null;
}

/** Camera by camera what it saw and when; those that saw nothing are named first, so that nobody takes a broken one for an empty street. */
export function SeenReads({ seen, more }: { seen: Seen; more: (token: string) => Promise<void> }) {
  const { search, reads, silent, described, nextPage } = seen;
  const cameras = [...new Set(reads.map((read) => read.cameraId))].sort();
  return (
    <section aria-label="What was seen">
      <h2>
        {reads.length} {reads.length === 1 ? 'read' : 'reads'} at {cameras.length} {cameras.length === 1 ? 'camera' : 'cameras'}
      </h2>
      {described === null ? null : <Lead described={described} />}
      {silent.map((camera) => (
        <Notice key={camera.cameraId} kind="note">
          {camera.cameraId} read nothing in this window: {reason(camera)}.
        </Notice>
      ))}
      {reads.length === 0 ? null : <PlainMap words="Places of the cameras that saw something, numbered as below" places={placesOf(cameras, reads)} />}
      {cameras.map((cameraId, index) => {
        const own = reads.filter((read) => read.cameraId === cameraId);
        return (
          <section key={cameraId} aria-label={cameraId}>
            <h3>
              {index + 1}. {cameraId}
            </h3>
            <Timeline from={search.from} to={search.to} of={cameraId} at={own.map((read) => read.capturedAt)} />
            <ol class="cards">
              {own.map((read) => (
                <li key={read.readId} class="card">
                  <Row read={read} purpose={search.purpose} />
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {nextPage === null ? null : (
        <button type="button" onClick={() => void more(nextPage)}>
          More rows (an entry of its own)
        </button>
      )}
    </section>
  );
}

/** What the rows leave out stands before them, so that nobody takes absence for evidence. */
function Lead({ described: { looked, colourUntold, notice } }: { described: NonNullable<Schemas['Described']> }) {
  return (
    <Notice kind="note">
      {notice} Of {looked} {looked === 1 ? 'read' : 'reads'} so far, {colourUntold} {colourUntold === 1 ? 'has' : 'have'} no colour that could be told.
    </Notice>
  );
}

/** Unless it was out of service, a broken camera and an empty street look the same. */
function reason({ retired, suspended }: Schemas['SilentCamera']): string {
  if (retired) return 'it was retired';
  return suspended ? 'nothing that it reported is believed' : 'it was broken, or its street was empty';
}

function placesOf(cameras: readonly string[], reads: readonly Read[]) {
  return cameras.flatMap((cameraId, index) => {
    const read = reads.find((one) => one.cameraId === cameraId);
    return read === undefined ? [] : [{ key: cameraId, label: String(index + 1), latitude: read.latitude, longitude: read.longitude, heading: read.heading }];
  });
}

/** Closed until somebody opens it; every row looks the same before. */
function Row({ read, purpose }: { read: Read; purpose: Schemas['Purpose'] }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [opened, setOpened] = useState<Schemas['ViewedRead']>();
  const [view, setView] = useState('');
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const answer = await post('/v1/read-views/{readId}', { readId: read.readId }, { purpose });
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) {
      setView(answer.data.entryId);
      setOpened(answer.data);
    }
    setBusy(false);
  };
  return (
    <>
      <Time at={read.capturedAt} />
      <span>{vehicleColour(read.colour)}</span>
      {read.skewed ? <Notice kind="error">The camera's clock was off. The time above is not to be relied on.</Notice> : null}
      <TroubleNotice of={trouble} />
      {opened === undefined ? (
        <button type="button" disabled={busy} aria-busy={busy} onClick={() => void open()}>
          Open this read (an entry of its own)
        </button>
      ) : (
        <>
          <Opened read={opened} purpose={purpose} />
          <Correct read={opened} purpose={purpose} view={view} corrected={setOpened} />
        </>
      )}
    </>
  );
}

function Opened({ read, purpose }: { read: Schemas['ViewedRead']; purpose: Schemas['Purpose'] }) {
  const [shown, setShown] = useState(false);
  const others = read.candidates.filter(({ plate }) => plate !== read.plate);
  return (
    <>
      <span class="plate small">{read.plate}</span>
      <span>
        {read.state === null ? 'State not known' : `State ${read.state.code}`} · read with {Math.round(read.confidence * 100)} %
      </span>
      {others.length === 0 ? null : <span>It may be {others.map(({ plate, confidence }) => `${plate} (${Math.round(confidence * 100)} %)`).join(', ')} instead.</span>}
      <Corrections of={read.corrections} />
      <small>
        Read <span class="hash">{read.readId}</span>
      </small>
      {shown ? (
        <Picture path={`/v1/read-pictures/${read.readId}/vehicle`} words={`picture of ${read.plate}`} request={{ purpose }} />
      ) : (
        <button type="button" onClick={() => setShown(true)}>
          Open the picture (an entry of its own)
        </button>
      )}
    </>
  );
}
