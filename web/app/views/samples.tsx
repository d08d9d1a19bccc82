import { useEffect, useRef, useState } from 'preact/hooks';
import { get, missing, put, type Schemas, type Trouble } from '../api.ts';
import { compact, judge, type Judged, type Typed } from '../judged.ts';
import { Asked, Form, given, Notice, PlateField, problemsOf, Said, TextField, Time, useAsked } from '../parts.tsx';
import { Picture } from '../picture.tsx';
import { Compared } from '../plate.tsx';
import { plateTrouble } from '../text.ts';
import { TestDrive } from './test-drive.tsx';

type Sample = Schemas['Sample'];
type Unread = 'illegible' | 'not-a-plate';

/** What became of a sample; with what was read, where it was compared. */
interface Labelled {
  words: string;
  typed?: Typed;
  read?: Schemas['OpenedSample'];
  judged?: Judged;
}

/** Reads drawn at random, one after the other. What the reader read stays hidden until the person has said what the picture shows. */
export default function Samples() {
  const { outcome, again } = useAsked(() => get('/v1/samples'));
  return (
    <>
      <h1>Samples</h1>
      <p>
        Reads that were drawn at random, to learn how often plates are misread. Type what you read on the picture; what the machine read is shown only afterwards, so
        that it does not guide your eye.
      </p>
      <Asked outcome={outcome} again={again}>
        {({ samples }) => <OneByOne key={samples[0]?.sampleId ?? ''} samples={samples} again={again} />}
      </Asked>
      <TestDrive />
    </>
  );
}

function OneByOne({ samples, again }: { samples: readonly Sample[]; again: () => Promise<unknown> }) {
  const [at, setAt] = useState(0);
  const sample = samples[at];
  if (samples.length === 0) return <Notice kind="good">No sample waits. Today's are ready tomorrow, once its day is over.</Notice>;
  if (sample === undefined) {
    return (
      <>
        <Notice kind="good">These {samples.length} are done.</Notice>
        <button class="main" type="button" onClick={() => void again()}>
          Look whether more wait
        </button>
      </>
    );
  }
  return (
    <>
      <p>
        <label>
          Sample {at + 1} of {samples.length} <progress value={at} max={samples.length} />
        </label>
      </p>
      <OneSample key={sample.sampleId} sample={sample} next={() => setAt(at + 1)} />
    </>
  );
}

function OneSample({ sample, next }: { sample: Sample; next: () => void }) {
  const [isSeen, setSeen] = useState(false);
  const [done, setDone] = useState<Labelled>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const path = `/v1/samples/${sample.sampleId}/pictures`;
  return (
    <article class="sample">
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {sample.cameraId}, {sample.day}
        </h2>
        <small>
          Read by <Said text={`${sample.engine} ${sample.engineVersion}`} />; forgotten <Time at={sample.expiresAt} />
        </small>
      </div>
      <Picture class="crop" path={`${path}/plate`} words="picture of the plate" onSeen={() => setSeen(true)} />
      <div class="answer">
        {done === undefined ? <Answer sample={sample} isSeen={isSeen} done={setDone} skip={next} /> : <Result of={done} next={next} />}
      </div>
      <Picture path={`${path}/vehicle`} words="picture of the vehicle" />
    </article>
  );
}

/** In two steps, because a slip of a finger would count against the camera and cannot be taken back. */
function Answer({ sample, isSeen, done, skip }: { sample: Sample; isSeen: boolean; done: (result: Labelled) => void; skip: () => void }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [typed, setTyped] = useState<Typed>();
  const [isRead, setRead] = useState(false);
  const { sampleId } = sample;
  const label = async (body: Schemas['NewSampleLabel'], result: Labelled) => {
    const answer = await put('/v1/samples/{sampleId}/label', { sampleId }, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok && problemsOf(answer.trouble).length > 0) setRead(false);
    if (answer.ok) done({ ...result, words: `${result.words} Ledger entry ${answer.data.entryId}.` });
  };
  const compare = async (mine: Typed) => {
    const opened = await get('/v1/samples/{sampleId}', { sampleId });
    setTrouble(opened.ok ? undefined : opened.trouble);
    if (!opened.ok) return;
    const judged = judge(mine, opened.data);
    const words = judged.label === 'right' ? 'The reader was right.' : 'The reader was wrong.';
    await label({ label: judged.label, ...(judged.label === 'wrong' ? { legible: compact(mine.plate) } : {}) }, { words, typed: mine, read: opened.data, judged });
  };
  if (isRead && typed !== undefined) {
    return (
      <>
        <p>You read this. Is it what the picture shows?</p>
        <span class="plate">{compact(typed.plate)}</span>
        <p>{typed.state === '' ? 'State not told' : `State ${typed.state.toUpperCase()}`}</p>
        <Form submit="Yes, enter it and show what was read" send={() => compare(typed)} trouble={trouble}>
          {null}
        </Form>
        <button type="button" onClick={() => setRead(false)}>
          Type it again
        </button>
        {trouble === undefined ? null : <Skip skip={skip} />}
      </>
    );
  }
  const read = (mine: Typed) => {
    setTyped(mine);
    setRead(true);
  };
  return (
    <>
      {isSeen ? <Reading before={typed} read={read} trouble={trouble} /> : <Notice kind="note">The picture of the plate comes first.</Notice>}
      <div class="pair">
        <Unreadable of="illegible" words="I cannot tell" isSeen={isSeen} label={label} />
        <Unreadable of="not-a-plate" words="This is no plate" isSeen={isSeen} label={label} />
      </div>
      <Skip skip={skip} />
    </>
  );
}

const NO_STATE = 'A state has two letters; leave it empty when you cannot tell.';

/** What is wrong is said here, before anything of the reader's is asked for. */
function Reading({ before, read, trouble }: { before: Typed | undefined; read: (typed: Typed) => void; trouble: Trouble | undefined }) {
  const [own, setOwn] = useState<Trouble>();
  const [state, setState] = useState(before?.state ?? '');
  const isState = /^([A-Z]{2})?$/i.test(state);
  const send = async (fields: FormData) => {
    const { plate = '' } = given(fields, 'plate');
    setOwn(plate === '' ? missing('plate') : undefined);
    if (plate !== '' && plateTrouble(plate) === '' && isState) read({ plate, state });
  };
  const problems = [...problemsOf(own), ...problemsOf(trouble).map((one) => ({ ...one, field: 'plate' }))];
  return (
    <Form submit="This is what I read" send={send} trouble={own ?? trouble}>
      <div class="columns">
        <PlateField label="What is on the plate?" hint="Letter O and digit 0 count as one" before={before?.plate ?? ''} problems={problems} />
        <TextField label="Its state" name="state" hint="Two letters; empty when you cannot tell" autocapitalize="characters" autocomplete="off" maxLength={2}
          value={state} onInput={(event) => setState(event.currentTarget.value.trim())} wrong={isState ? '' : NO_STATE} />
      </div>
    </Form>
  );
}

const SAID: Record<Unread, string> = {
  illegible: 'Nobody can read it: it counts neither for the reader nor against it.',
  'not-a-plate': 'It is no plate: the reader was wrong.',
};

function Unreadable({ of, words, isSeen, label }: { of: Unread; words: string; isSeen: boolean; label: (body: Schemas['NewSampleLabel'], result: Labelled) => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const say = async () => {
    setBusy(true);
    await label({ label: of }, { words: SAID[of] });
    setBusy(false);
  };
  return (
    <button type="button" disabled={!isSeen || busy} aria-busy={busy} onClick={() => void say()}>
      {words}
    </button>
  );
}

function Skip({ skip }: { skip: () => void }) {
  return (
    <button type="button" onClick={skip}>
      Leave it to somebody else
    </button>
  );
}

function Result({ of: { words, typed, read, judged }, next }: { of: Labelled; next: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <Notice kind="good">{words}</Notice>
      {typed === undefined || read === undefined || judged === undefined ? null : (
        <>
          <Compared one={['You', compact(typed.plate)]} other={['Reader', compact(read.plate)]} differing={judged.differing} />
          {judged.stateDiffers ? <p class="differs">State: you {typed.state.toUpperCase()}, reader {read.state}.</p> : null}
        </>
      )}
      <button ref={button} class="main" type="button" onClick={next}>
        Next
      </button>
    </>
  );
}
