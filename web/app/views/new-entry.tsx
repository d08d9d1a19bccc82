import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, Fold, Form, given, Notice, PlateField, problemsOf, SelectField, TextField } from '../parts.tsx';
import { CATEGORY } from '../words.ts';

type Part = keyof NonNullable<Schemas['NewHotListEntry']['vehicle']>;

const VEHICLE: Record<Part, string> = { colour: 'Colour', make: 'Make', model: 'Model', style: 'Body', year: 'Year' };
const PARTS = Object.keys(VEHICLE) as Part[];
const EXPIRES = { 8: '8 hours', 24: '1 day', 72: '3 days', 168: '1 week', 720: '30 days' };

/** A plate, or a vehicle that is described; the form is empty again once it is listed, so that nobody lists it twice. */
export function NewEntry({ added }: { added: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState<readonly string[]>([]);
  const send = async (fields: FormData) => {
    const answer = await post('/v1/hot-list-entries', {}, entryOf(fields));
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setDone([`${answer.data.plate ?? 'The vehicle'} is listed. Ledger entry ${answer.data.entryId}.`, ...done]);
    await added();
  };
  const problems = problemsOf(trouble);
  return (
    <Fold summary="Add an entry">
      <Form key={done.length} submit="Add the entry" send={send} trouble={trouble}>
        <p>It ends by itself unless a second person approves it in time. Adding it never searches the past.</p>
        <div class="columns">
          <PlateField wildcards hint="? for one character, * for any number" problems={problems} />
          <TextField label="State" name="state" hint="Two letters, or UNKNOWN" autocapitalize="characters" autocomplete="off" problems={problems} />
          <SelectField label="Category" name="category" options={CATEGORY} empty="Choose" problems={problems} />
          <TextField label="Case number" name="caseNumber" autocomplete="off" problems={problems} />
          <SelectField label="Expires after" name="expires" empty="Choose" problems={problems} options={EXPIRES} />
        </div>
        <AreaField label="Reason" name="reason" maxLength={500} problems={problems} />
        <Fold summary="The vehicle, where it is known">
          <p>Two of colour, make, model and body are enough where nobody knows the plate. Such a hit only advises.</p>
          <div class="columns">
            {PARTS.map((part) => (
              <TextField key={part} label={VEHICLE[part]} name={`vehicle.${part}`} maxLength={24} autocomplete="off" problems={problems} />
            ))}
          </div>
        </Fold>
      </Form>
      {done[0] === undefined ? null : <Notice kind="good">{done[0]}</Notice>}
    </Fold>
  );
}

function entryOf(fields: FormData): Schemas['NewHotListEntry'] {
  const { expires, ...plain } = given(fields, 'plate', 'state', 'category', 'reason', 'caseNumber', 'expires');
  const described = Object.entries(given(fields, ...PARTS.map((part) => `vehicle.${part}`)));
  return {
    ...plain,
    ...(described.length === 0 ? {} : { vehicle: Object.fromEntries(described.map(([name, text]) => [name.slice('vehicle.'.length), text])) }),
    effective: new Date(now()).toISOString(),
    ...(expires === undefined ? {} : { expires: new Date(now() + Number(expires) * 3_600_000).toISOString() }),
  } as unknown as Schemas['NewHotListEntry'];
}
