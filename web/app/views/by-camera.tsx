import { useEffect, useState } from 'preact/hooks';
import { post, type FieldProblem, type Schemas, type Trouble } from '../api.ts';
import { publicCameras, type PublicCamera } from '../cameras.ts';
import { now } from '../clock.ts';
import { PlainMap } from '../map.tsx';
import { Choices, Form, given, problemsOf, SelectField, TextField } from '../parts.tsx';
import { NarrativeField, PurposeFields, purposeOf, WindowFields, windowOf } from '../purpose.tsx';
import { type Seen, SeenReads } from '../seen.tsx';

type Search = Schemas['CameraSearch'];
type Where = 'cameras' | 'area';

const WHERE: Record<Where, string> = { cameras: 'At cameras that I choose', area: 'In a circle' };

/** The reason is asked for once; the answer has no plates, and each row is opened by itself. */
export default function ByCamera() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [found, setFound] = useState<Seen>();
  const [where, setWhere] = useState<Where>('cameras');
  const run = async (search: Search, before: Seen['reads']) => {
    const answer = await post('/v1/camera-searches', {}, search);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    const { pageToken: _, ...first } = search;
    setFound({ search: first as Search, reads: [...before, ...answer.data.reads], silent: answer.data.silent, nextPage: answer.data.nextPage });
  };
  const send = (fields: FormData) => {
    setFound(undefined);
    return run(searchOf(fields, where), []);
  };
  const problems = problemsOf(trouble);
  const until = now();
  return (
    <>
      <h1>What cameras saw</h1>
      <p>
        At most five cameras in at most 24 hours. The answer says where and when, without plates; each row is opened by itself, with the reason that you give
        here, and is an entry of its own.
      </p>
      <Form submit="Search these cameras" send={send} trouble={trouble}>
        <SelectField label="Where" name="where" options={WHERE} value={where} onChange={(code) => setWhere(code as Where)} />
        {where === 'cameras' ? <Cameras problems={problems} /> : <Circle problems={problems} />}
        <div class="columns">
          <WindowFields from={until - 3_600_000} to={until + 60_000} problems={problems} />
          <PurposeFields problems={problems} />
        </div>
        <NarrativeField label="Why do you search?" problems={problems} />
      </Form>
      {found === undefined ? null : <SeenReads seen={found} more={(pageToken) => run({ ...found.search, pageToken }, found.reads)} />}
    </>
  );
}

/** More cameras than these are looked through by name. */
const AT_A_GLANCE = 12;

/** On the plain map where it comes; else by their ids, as they are typed. */
function Cameras({ problems }: { problems: readonly FieldProblem[] }) {
  const [cameras, setCameras] = useState<readonly PublicCamera[]>();
  const [failed, setFailed] = useState(false);
  const [part, setPart] = useState('');
  useEffect(() => {
    void publicCameras().then((known) => {
      setCameras(known);
      setFailed(known === undefined);
    });
  }, []);
  if (failed || cameras?.length === 0) {
    return <TextField label="Cameras" name="cameraIds" hint="Their ids, with a space between them; the map of cameras did not come" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />;
  }
  if (cameras === undefined) return <p role="status">Loading the map of cameras …</p>;
  return (
    <>
      <PlainMap words="Places of the cameras, numbered as in the list"
        places={cameras.flatMap(({ cameraId, place, heading }, index) =>
          place === undefined ? [] : [{ key: cameraId, label: String(index + 1), ...place, ...(heading === undefined ? {} : { heading }) }])} />
      {cameras.length <= AT_A_GLANCE ? null : (
        <TextField label="Show those with" name="narrowed" hint="A part of a name, or a zone" autocomplete="off" value={part} onInput={(event) => setPart(event.currentTarget.value)} />
      )}
      <Choices label="Cameras" name="cameraIds" narrowed={part} problems={problems}
        options={Object.fromEntries(cameras.map(({ cameraId, name, zone }, index) => [cameraId, `${index + 1}. ${name}, ${zone}`]))} />
    </>
  );
}

function Circle({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <div class="columns">
      <TextField label="Latitude" name="area.latitude" inputMode="decimal" hint="Degrees, north is positive" autocomplete="off" problems={problems} />
      <TextField label="Longitude" name="area.longitude" inputMode="decimal" hint="Degrees, west is negative" autocomplete="off" problems={problems} />
      <TextField label="Metres around it" name="area.radiusMetres" inputMode="numeric" hint="10 to 2,000" autocomplete="off" problems={problems} />
    </div>
  );
}

/** A number that is none is sent as it was typed: the API says what is wrong with it, at its field. */
function searchOf(fields: FormData, where: Where): Search {
  const area = Object.entries(given(fields, 'area.latitude', 'area.longitude', 'area.radiusMetres'))
    .map(([name, text]) => [name.slice('area.'.length), Number.isNaN(Number(text)) ? text : Number(text)]);
  return {
    ...(where === 'area' ? { area: Object.fromEntries(area) } : { cameraIds: fields.getAll('cameraIds').flatMap((ids) => String(ids).split(/[\s,]+/)).filter((id) => id !== '') }),
    ...windowOf(fields),
    purpose: purposeOf(fields),
  } as unknown as Search;
}
