import { useState } from 'preact/hooks';
import { post, type Schemas, type Trouble } from '../api.ts';
import { Form, given, Notice, problemsOf, SelectField, TextField, Time } from '../parts.tsx';
import { instantsOf } from '../purpose.tsx';

type Hours = Schemas['DutyHours'];
type Day = Hours['weekly'][number]['day'];

const DAY: Record<Day, string> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

const MOST_SHIFTS = 28;

/** When people are on duty: what they do outside of it is asked about. */
export default function Hours() {
  const [hours, setHours] = useState<Hours & { entryId: string }>();
  return (
    <>
      <h1>Duty hours</h1>
      <p>Searches outside of a person's hours, an hour before and after left out, are asked about under Conduct. Nobody enters their own.</p>
      {hours === undefined ? null : <Entered hours={hours} />}
      <Enter entered={setHours} />
      <Swap entered={setHours} />
    </>
  );
}

function Entered({ hours }: { hours: Hours & { entryId: string } }) {
  return (
    <Notice kind="good">
      {hours.personId}, in the time of {hours.timeZone}: {hours.weekly.map(({ day, from, hours: length }) => `${DAY[day]} ${from} for ${length} h`).join(', ')};{' '}
      {hours.extra.length} single shifts, {hours.away.length} given away; until <Time at={hours.until} />. Ledger entry {hours.entryId}.
    </Notice>
  );
}

function Enter({ entered }: { entered: (hours: Hours & { entryId: string }) => void }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [shifts, setShifts] = useState(1);
  const send = async (fields: FormData) => {
    const answer = await post('/v1/duty-hours', {}, hoursOf(fields, shifts));
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) entered(answer.data);
  };
  const problems = problemsOf(trouble);
  return (
    <section>
      <h2>A person's week</h2>
      <p>It takes the place of the hours before.</p>
      <Form submit="Enter these hours" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Account" name="personId" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Time zone" name="timeZone" defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone} hint="Such as America/Chicago" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Until" name="until" type="date" hint="At most 366 days ahead; afterwards nothing is known" problems={problems} />
        </div>
        {Array.from({ length: shifts }, (_, index) => (
          <fieldset key={index} class="read">
            <legend>Shift {index + 1}</legend>
            <div class="columns">
              <SelectField label="Day" name={`weekly[${index}].day`} options={DAY} empty="Choose" problems={problems} />
              <TextField label="Begins" name={`weekly[${index}].from`} type="time" problems={problems} />
              <TextField label="Hours" name={`weekly[${index}].hours`} inputMode="numeric" hint="1 to 24" autocomplete="off" problems={problems} />
            </div>
          </fieldset>
        ))}
        {shifts === MOST_SHIFTS ? null : (
          <button type="button" onClick={() => setShifts(shifts + 1)}>
            One more shift
          </button>
        )}
      </Form>
    </section>
  );
}

/** What is not filled in is not sent: the API answers everything that is missing, at its place. */
function hoursOf(fields: FormData, count: number): Schemas['NewDutyHours'] {
  const weekly = Array.from({ length: count }, (_, index) => {
    const shift = given(fields, `weekly[${index}].day`, `weekly[${index}].from`, `weekly[${index}].hours`);
    const named = Object.fromEntries(Object.entries(shift).map(([name, value]) => [name.slice(name.indexOf('.') + 1), value]));
    const { hours, ...rest } = named;
    return { ...rest, ...(hours === undefined ? {} : { hours: Number.isNaN(Number(hours)) ? hours : Number(hours) }) };
  });
  return { ...given(fields, 'personId', 'timeZone'), weekly, ...instantsOf(fields, 'until') } as unknown as Schemas['NewDutyHours'];
}

function Swap({ entered }: { entered: (hours: Hours & { entryId: string }) => void }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const send = async (fields: FormData) => {
    const body = { ...given(fields, 'personId', 'takenBy'), ...instantsOf(fields, 'from', 'to') } as unknown as Schemas['NewShiftSwap'];
    const answer = await post('/v1/duty-hours/swaps', {}, body);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) entered(answer.data);
  };
  const problems = problemsOf(trouble);
  return (
    <section>
      <h2>A shift that changes hands</h2>
      <Form submit="Enter the swap" send={send} trouble={trouble}>
        <div class="columns">
          <TextField label="Whose it was" name="personId" hint="An account with hours" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="Who takes it" name="takenBy" hint="An account with hours" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
          <TextField label="From" name="from" type="datetime-local" problems={problems} />
          <TextField label="To" name="to" type="datetime-local" hint="At most 24 hours later" problems={problems} />
        </div>
      </Form>
    </section>
  );
}
