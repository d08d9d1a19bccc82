import { useState } from 'preact/hooks';
import { missing, post, type FieldProblem, type Schemas, type Trouble } from '../api.ts';
import { AreaField, Choices, Fold, Form, given, Notice, problemsOf, TextField } from '../parts.tsx';
import { type Zone, zonesIn, zonesOf } from '../zones.ts';

/** Places where nothing is captured: one person adds them at once, two people let them go. */
export function Zones({ document, changed }: { document: string; changed: () => Promise<unknown> }) {
  const zones = zonesOf(document);
  return (
    <section>
      <h2>Places where nothing is captured</h2>
      {zones.length === 0 ? <p>The policy names none.</p> : <p>{zones.map(({ zoneId, kind }) => `${zoneId} (${kind.replaceAll('-', ' ')})`).join(', ')}</p>}
      <Add changed={changed} />
      {zones.length === 0 ? null : <Remove zones={zones} changed={changed} />}
    </section>
  );
}

function Add({ changed }: { changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [zones, setZones] = useState<readonly Zone[]>();
  const [isOther, setOther] = useState(false);
  const [done, setDone] = useState('');
  const choose = async (file: File | undefined) => {
    const found = file === undefined ? undefined : zonesIn(await file.text());
    setZones(found);
    setOther(file !== undefined && found === undefined);
  };
  const send = async (fields: FormData) => {
    if (zones === undefined) return setTrouble(missing('zones'));
    const answer = await post('/v1/excluded-zones', {}, { zones, ...given(fields, 'reason') } as unknown as Schemas['NewExcludedZones']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `Nothing is captured there from now on. Ledger entry ${answer.data.entryId}.` : '');
    return answer.ok ? changed() : undefined;
  };
  return (
    <Fold summary="Exclude places">
      <Form submit="Exclude them at once" send={send} trouble={trouble}>
        <TextField label="A file of GeoJSON" name="zones" type="file" problems={problemsOf(trouble).map(ofZones)} wrong={isOther ? 'This file is no FeatureCollection of GeoJSON.' : ''}
          hint="Polygons, each with an id and a kind: school, clinic, worship, court, food-bank, immigration-office"
          onChange={(event) => void choose(event.currentTarget.files?.[0])} />
        {zones === undefined ? null : <p>{zones.length} {zones.length === 1 ? 'place' : 'places'}: {zones.map(({ zoneId }) => zoneId).join(', ')}</p>}
        <AreaField label="Reason, for the ledger" name="reason" maxLength={500} problems={problemsOf(trouble)} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </Fold>
  );
}

/** All that is wrong with a zone stands at the file; the message names which. */
function ofZones(problem: FieldProblem): FieldProblem {
  return problem.field.startsWith('zones[') ? { ...problem, field: 'zones', message: `${problem.field}: ${problem.code === 'missing' ? 'missing' : problem.message}`, code: 'malformed' } as FieldProblem : problem;
}

function Remove({ zones, changed }: { zones: readonly { zoneId: string; kind: string }[]; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const answer = await post('/v1/excluded-zones/removals', {}, { zoneIds: fields.getAll('zoneIds').map(String), ...given(fields, 'reason') } as unknown as Schemas['ExcludedZonesRemoval']);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  return (
    <Fold summary="Ask that places are captured again">
      <Form submit="Ask two people for it" send={send} trouble={trouble}>
        <Choices label="Which" name="zoneIds" options={Object.fromEntries(zones.map(({ zoneId, kind }) => [zoneId, `${zoneId} (${kind.replaceAll('-', ' ')})`]))} problems={problemsOf(trouble)} />
        <AreaField label="Reason, for the ledger" name="reason" maxLength={500} problems={problemsOf(trouble)} />
      </Form>
    </Fold>
  );
}
