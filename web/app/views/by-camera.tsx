import { useEffect, useState } from 'preact/hooks';
import { post, type FieldProblem, type Schemas, type Trouble } from '../api.ts';
import { publicCameras, type PublicCamera } from '../cameras.ts';
import { now } from '../clock.ts';
import { PlainMap } from '../map.tsx';
import { Choices, Form, given, problemsOf, SelectField, TextField } from '../parts.tsx';
import { NarrativeField, PurposeFields, purposeOf, WindowFields, windowOf } from '../purpose.tsx';
import { type Seen, SeenReads } from '../seen.tsx';
import { COLOUR } from '../words.ts';

type Search = Schemas['CameraSearch'];
type Where = 'cameras' | 'area';

const WHERE: Record<Where, string> = { cameras: 'At cameras that I choose', area: 'In a circle' };

/** The reason is asked for once; the answer has no plates, and each row is opened by itself. */
export default function ByCamera() {
  const [trouble, setTrouble] = useState<Trouble>();
  const [found, setFound] = useState<Seen>();
  const [where, setWhere] = useState<Where>('cameras');
  const run = async (search: Search, before?: Seen) => {
    const answer = await post('/v1/camera-searches', {}, search);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    const { pageToken: _, ...first } = search;
    setFound({
      search: first as Search,
      reads: [...(before?.reads ?? []), ...answer.data.reads],
      silent: answer.data.silent,
      described: added(before?.described ?? null, answer.data.described),
      nextPage: answer.data.nextPage,
    });
  };
  const send = (fields: FormData) => {
    setFound(undefined);
    return run(searchOf(fields, where));
  };
  const problems = problemsOf(trouble);
  const until = now();
  return (
    <>
      <h1>What cameras saw</h1>
      <p>
        At most five cameras in at most 24 hours, all that they read or vehicles of a colour. The answer says where and when, without plates; each row is opened by itself, with the reason that you give
        here, and is an entry of its own.
      </p>
      <Form submit="Search these cameras" send={send} trouble={trouble}>
        <SelectField label="Where" name="where" options={WHERE} value={where} onChange={(code) => setWhere(code as Where)} />
        {where === 'cameras' ? <Cameras problems={problems} /> : <Circle problems={problems} />}
        <Vehicle problems={problems} />
        <div class="columns">
          <WindowFields from={until - 3_600_000} to={until + 60_000} problems={problems} />
          <PurposeFields problems={problems} />
        </div>
        <NarrativeField label="Why do you search?" problems={problems} />
      </Form>
      {found === undefined ? null : <SeenReads seen={found} more={(pageToken) => run({ ...found.search, pageToken }, found)} />}
    </>
  );
}

/** A colour is asked for by its box alone; whoever ticks none sees every read. */
function Vehicle({ problems }: { problems: readonly FieldProblem[] }) {
  return (
    <>
      <Choices label="Colour of the vehicle, if somebody saw it" name="vehicle.colours" options={COLOUR} problems={problems}
        hint="At most three, or none for every read. A lead only: vehicles whose colour was not told are left out." />
      <TextField label="State on its plate, if somebody saw it" name="vehicle.state" hint="Two letters, with a colour; empty for any" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
    </>
  );
}

function added(before: Schemas['Described'], page: Schemas['Described']): Schemas['Described'] {
  return before === null || page === null ? page : { ...page, looked: before.looked + page.looked, colourUntold: before.colourUntold + page.colourUntold };
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
  const colours = fields.getAll('vehicle.colours').map(String);
  const { 'vehicle.state': state } = given(fields, 'vehicle.state');
  const vehicle = { ...(colours.length === 0 ? {} : { colours }), ...(state === undefined ? {} : { state: state.toUpperCase() }) };
  return {
    ...(Object.keys(vehicle).length === 0 ? {} : { vehicle }),
    ...(where === 'area' ? { area: Object.fromEntries(area) } : { cameraIds: fields.getAll('cameraIds').flatMap((ids) => String(ids).split(/[\s,]+/)).filter((id) => id !== '') }),
    ...windowOf(fields),
    purpose: purposeOf(fields),
  } as unknown as Search;
}
