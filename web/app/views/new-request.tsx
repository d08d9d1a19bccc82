import { useState } from 'preact/hooks';
import { post, type FieldProblem, type Schemas, type Trouble } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, Form, given, Notice, PlateField, problemsOf, SelectField, TextField } from '../parts.tsx';
import { instantsOf, NarrativeField, PurposeFields, purposeOf, WindowFields, windowOf } from '../purpose.tsx';

const CLASS: Record<Schemas['OutsideRequester']['class'], string> = {
  'in-state-law-enforcement': 'Law enforcement of this state',
  prosecutor: 'Prosecutor',
  'out-of-state': 'Agency of another state',
  federal: 'Federal agency',
  defence: 'Defence',
  public: 'Member of the public',
};

const MOST_PLATES = 5;

/** Another agency's written request, as it stands on paper. What the state's rules refuse is refused here, with the rule. */
export function NewRequest({ filed }: { filed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [done, setDone] = useState('');
  const [plates, setPlates] = useState(1);
  const send = async (fields: FormData) => {
    const answer = await post('/v1/grants', {}, requestOf(fields, plates));
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok ? `Filed. The Program Manager decides it; it lapses after 24 hours. Ledger entry ${answer.data.entryId}.` : '');
    if (answer.ok) await filed();
  };
  const problems = problemsOf(trouble);
  return (
    <details>
      <summary>File a request (records officer)</summary>
      <Form submit="File the request" send={send} trouble={trouble}>
        <Requester problems={problems} />
        {Array.from({ length: plates }, (_, index) => (
          <fieldset key={index} class="read">
            <legend>Plate {index + 1}</legend>
            <div class="columns">
              <PlateField name={`scope.plates[${index}].plate`} hint="The very plate; look-alikes are other cars" problems={problems} />
              <TextField label="Issued by" name={`scope.plates[${index}].state`} hint="Two letters" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
            </div>
          </fieldset>
        ))}
        {plates === MOST_PLATES ? null : (
          <button type="button" onClick={() => setPlates(plates + 1)}>
            One more plate
          </button>
        )}
        <div class="columns">
          <TextField label="Cameras" name="scope.cameraIds" hint="Ids with a space between them; empty for all" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
          <WindowFields from={now() - 86_400_000} to={now() - 60_000} problems={inWindow(problems)} />
          <PurposeFields problems={problems} />
        </div>
        <NarrativeField label="Why do they ask?" problems={problems} />
        {done === '' ? null : <Notice kind="good">{done}</Notice>}
      </Form>
    </details>
  );
}

function Requester({ problems }: { problems: readonly FieldProblem[] }) {
  const [isDeclared, setDeclared] = useState(false);
  return (
    <>
      <div class="columns">
        <TextField label="Agency" name="requester.agency" autocomplete="off" problems={problems} />
        <TextField label="Its ORI" name="requester.ori" hint="Nine characters; empty for who is no agency" autocapitalize="characters" autocomplete="off" maxLength={9} problems={problems} />
        <TextField label="Who asks for it" name="requester.person" hint="By name" autocomplete="off" problems={problems} />
        <SelectField label="Whom it is for" name="requester.class" options={CLASS} empty="Choose" problems={problems} />
        <TextField label="Of which state" name="requester.state" hint="Two letters" autocapitalize="characters" autocomplete="off" maxLength={2} problems={problems} />
      </div>
      <label class="check">
        <input type="checkbox" name="declared" checked={isDeclared} onChange={(event) => setDeclared(event.currentTarget.checked)} /> They signed a declaration
      </label>
      {isDeclared ? (
        <>
          <AreaField label="The declaration, word for word" name="requester.declaration.text" hint="Its hash alone is stored" maxLength={5000} problems={problems} />
          <div class="columns">
            <TextField label="Signed by" name="requester.declaration.signedBy" autocomplete="off" problems={problems} />
            <TextField label="Signed at" name="requester.declaration.signedAt" type="datetime-local" problems={problems} />
          </div>
        </>
      ) : null}
    </>
  );
}

function inWindow(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return problems.map((one) => ({ ...one, field: one.field.replace('scope.', '') }));
}

/** What is not filled in is not sent: the API answers everything that is missing, at its place. */
function requestOf(fields: FormData, count: number): Schemas['NewGrant'] {
  const plates = Array.from({ length: count }, (_, index) => under(fields, `scope.plates[${index}].`, 'plate', 'state'));
  const { 'scope.cameraIds': ids = '' } = given(fields, 'scope.cameraIds');
  const signedAt = instantsOf(fields, 'requester.declaration.signedAt')['requester.declaration.signedAt'];
  const declaration = { ...under(fields, 'requester.declaration.', 'text', 'signedBy'), ...(signedAt === undefined ? {} : { signedAt }) };
  return {
    requester: { ...under(fields, 'requester.', 'agency', 'ori', 'person', 'class', 'state'), ...(fields.get('declared') === null ? {} : { declaration }) },
    scope: { plates, cameraIds: ids.split(/[\s,]+/).filter((id) => id !== ''), ...windowOf(fields) },
    purpose: purposeOf(fields),
  } as unknown as Schemas['NewGrant'];
}

function under(fields: FormData, prefix: string, ...names: string[]): Record<string, string> {
  const found = given(fields, ...names.map((name) => prefix + name));
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name.slice(prefix.length), value]));
}
