import { useState } from 'preact/hooks';
import { missing, post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { driveIn, type Passed, passOf } from '../drive.ts';
import { Fold, Form, given, Notice, problemsOf, TextField } from '../parts.tsx';
import { instantsOf, local } from '../purpose.tsx';

type Label = Schemas['NewTestDrive']['passes'][number]['label'];

const LABEL: Record<Label, string> = { right: 'read rightly', wrong: 'misread', illegible: 'that nobody can read', 'not-a-plate': 'that are no plates' };
/** The most that the city takes at once; the rest stays for the next tap. */
const MOST = 500;

const NO_FILE = 'This file has other columns than capturedAt, engine, state, read, truth.';

/** Known cars in place of the random sample, where nothing is stored to draw one from. Plates are compared here and sent nowhere. */
export function TestDrive() {
  const [passes, setPasses] = useState<readonly Passed[]>([]);
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const add = (more: readonly Passed[]) => {
    setDone('');
    setPasses((before) => [...before, ...more]);
  };
  const read = passes.filter((pass) => passOf(pass) !== undefined);
  const counted = read.slice(0, MOST).map(passOf).filter((pass) => pass !== undefined);
  const send = async (fields: FormData) => {
    const { cameraId = '' } = given(fields, 'cameraId');
    const answer = await post('/v1/test-drives', {}, { ...given(fields, 'cameraId'), passes: counted } as unknown as Schemas['NewTestDrive']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setPasses(read.slice(MOST));
    setDone(`${answer.data.passes} passes of ${cameraId} are counted. Ledger entry ${answer.data.entryId}.`);
  };
  return (
    <Fold summary="Enter a test drive (where no reads are stored)">
      <p>
        Drive cars whose plates you know past a camera, and note what it read. The plates are compared in this page; the city is told only how each pass went. Where
        reads are stored it takes none: samples are drawn at random there.
      </p>
      <OnePass add={(pass) => add([pass])} />
      <FileOfPasses add={add} />
      <Form submit={`Enter ${counted.length} ${read.length > MOST ? `of ${read.length} ` : ''}${counted.length === 1 ? 'pass' : 'passes'}`} send={send} trouble={trouble}>
        <TextField label="Camera" name="cameraId" hint="Its id" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problemsOf(trouble)} />
        <Counted passes={passes} clear={() => setPasses([])} />
        {problemsOf(trouble).filter(({ field }) => field.startsWith('passes')).map(({ field, message }) => (
          <Notice key={field} kind="error">Not accepted: {field.replace(/\[(\d+)\]/, (_, place: string) => ` ${Number(place) + 1}`)}, {message}.</Notice>
        ))}
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </Fold>
  );
}

/** Typed beside the road. What a person saw is kept on this page until it is entered. */
function OnePass({ add }: { add: (pass: Passed) => void }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [round, setRound] = useState(0);
  const send = async (fields: FormData) => {
    const { engine = '', state = '', read = '', truth = '' } = given(fields, 'engine', 'state', 'read', 'truth');
    const { capturedAt = '' } = instantsOf(fields, 'capturedAt');
    const lacks = capturedAt === '' ? 'capturedAt' : engine === '' ? 'engine' : undefined;
    setTrouble(lacks === undefined ? undefined : missing(lacks));
    if (lacks !== undefined) return;
    add({ capturedAt, engine, state, read, truth });
    setRound(round + 1);
  };
  const problems = problemsOf(trouble);
  return (
    <Form submit="Add this pass" send={send} trouble={trouble}>
      <div class="columns">
        <TextField label="When it passed" name="capturedAt" type="datetime-local" defaultValue={local(now())} problems={problems} />
        <TextField label="Reader" name="engine" hint="Name and version, as samples name it" autocomplete="off" spellcheck={false} problems={problems} />
      </div>
      <div key={round} class="columns">
        <TextField label="What was read" name="read" hint="Empty when nothing was" autocapitalize="characters" autocomplete="off" spellcheck={false} problems={problems} />
        <TextField label="What is on the plate" name="truth" hint="? when nobody can tell; empty when it is no plate" autocapitalize="characters" autocomplete="off" spellcheck={false} problems={problems} />
        <TextField label="State that was read" name="state" hint="Two letters; empty when none was" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
      </div>
    </Form>
  );
}

function FileOfPasses({ add }: { add: (passes: readonly Passed[]) => void }) {
  const [wrong, setWrong] = useState('');
  const taken = async (input: HTMLInputElement) => {
    const drive = driveIn(await (input.files?.[0]?.text() ?? Promise.resolve('')));
    setWrong(drive === undefined ? NO_FILE : '');
    if (drive !== undefined) add(drive);
    input.value = '';
  };
  return <TextField label="Or a file of passes" name="drive" type="file" accept=".csv,text/csv" hint="CSV with the columns capturedAt, engine, state, read, truth" wrong={wrong} onChange={(event) => void taken(event.currentTarget)} />;
}

function Counted({ passes, clear }: { passes: readonly Passed[]; clear: () => void }) {
  if (passes.length === 0) return null;
  const labels = passes.map((pass) => passOf(pass)?.label);
  const unread = labels.filter((label) => label === undefined).length;
  return (
    <>
      <ul>
        {(Object.keys(LABEL) as Label[]).map((label) => [label, labels.filter((one) => one === label).length] as const).filter(([, count]) => count > 0).map(([label, count]) => (
          <li key={label}>{count} {LABEL[label]}</li>
        ))}
        {unread === 0 ? null : <li>{unread} of which nothing was read: not sent, because a sample is of reads</li>}
      </ul>
      <button type="button" onClick={clear}>
        Forget these passes
      </button>
    </>
  );
}
