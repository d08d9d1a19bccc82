import { useState } from 'preact/hooks';
import { type Outcome, post, type Schemas, type Trouble } from '../api.ts';
import { pushHere, type Unable, UNABLE } from '../installed.ts';
import { Choices, Fold, Form, given, Notice, problemsOf, SelectField, TextField } from '../parts.tsx';
import type { Duty } from '../views.ts';
import { CATEGORY } from '../words.ts';

type Wanted = Schemas['NewSubscription'];
type Which = Pick<Wanted, 'categories' | 'zones' | 'quietHours'>;
type Made = Schemas['Subscription'];
type Where = 'browser' | 'number' | 'email' | 'webhook';

const OFFICERS: Record<string, string> = { browser: 'This browser', number: 'My telephone', email: 'My mailbox' };

/** Where else alerts go, and which of them: to whom they are sent, the API decides. */
export function NewSubscription({ duty, made }: { duty: Duty; made: () => Promise<unknown> }) {
  const isOfficer = duty === 'operator';
  const [where, setWhere] = useState<Where>(isOfficer ? 'browser' : 'webhook');
  const [trouble, setTrouble] = useState<Trouble>();
  const [unable, setUnable] = useState<Unable>();
  const [done, setDone] = useState<Made>();
  const send = async (fields: FormData) => {
    const answer = await subscribe(where, fields);
    setUnable('unable' in answer ? answer.unable : undefined);
    setTrouble('ok' in answer && !answer.ok ? answer.trouble : undefined);
    setDone('ok' in answer && answer.ok ? answer.data : undefined);
    if ('ok' in answer && answer.ok) await made();
  };
  const problems = problemsOf(trouble);
  return (
    <Fold summary={isOfficer ? 'Another address, or only some alerts' : 'Send alerts to a system of the city'}>
      <Form submit="Send alerts there" send={send} trouble={trouble}>
        {isOfficer ? <SelectField label="Where" name="where" options={OFFICERS} value={where} onChange={(code) => setWhere(code as Where)} /> : null}
        {where === 'number' ? <TextField label="Number" name="number" type="tel" autocomplete="tel" hint="With + and the country, such as +1 217 555 0100" problems={problems} /> : null}
        {where === 'email' ? <TextField label="Mailbox" name="email" type="email" autocomplete="email" problems={problems} /> : null}
        {where === 'webhook' ? <TextField label="Address" name="webhook" type="url" hint="HTTPS; it is sent a code to confirm" autocomplete="off" problems={problems} /> : null}
        <Choices label="Which alerts" name="categories" hint="All of them when none is ticked" options={CATEGORY} problems={problems} />
        <TextField label="Zones" name="zones" hint="Their names with a space between them; empty for all" autocapitalize="none" autocomplete="off" spellcheck={false} problems={problems} />
        <div class="columns">
          <TextField label="Quiet from" name="quietHours.from" type="time" hint="Then only the gravest come; empty for none" problems={problems} />
          <TextField label="Quiet to" name="quietHours.to" type="time" problems={problems} />
          <TextField label="In the time of" name="quietHours.timeZone" defaultValue={Intl.DateTimeFormat().resolvedOptions().timeZone} autocomplete="off" problems={problems} />
        </div>
        {unable === undefined ? null : <Notice kind="error">{UNABLE[unable]}</Notice>}
        {done === undefined ? null : <Sent made={done} />}
      </Form>
    </Fold>
  );
}

function Sent({ made: { signingSecret } }: { made: Made }) {
  return (
    <Notice kind="good">
      A code was sent there; alerts follow once it is confirmed below.
      {signingSecret === undefined ? null : (
        <> Its calls are signed with <span class="hash">{signingSecret}</span>. This is not shown again: give it to whoever runs that system.</>
      )}
    </Notice>
  );
}

function subscribe(where: Where, fields: FormData): Promise<{ unable: Unable } | Outcome<Made>> {
  const which = whichOf(fields);
  if (where === 'browser') return pushHere(which);
  const { number, ...address } = given(fields, 'number', 'email', 'webhook');
  const body = { ...address, ...(number === undefined ? {} : { number: number.replace(/[ ().-]/g, '') }), ...which };
  return post('/v1/subscriptions', {}, body as unknown as Wanted);
}

/** Quiet hours are sent only where somebody named one: the zone alone stands there by itself. */
function whichOf(fields: FormData): Which {
  const { 'quietHours.from': from, 'quietHours.to': to, 'quietHours.timeZone': timeZone, zones = '' } = given(fields, 'quietHours.from', 'quietHours.to', 'quietHours.timeZone', 'zones');
  const quietHours = Object.fromEntries(Object.entries({ from, to, timeZone }).filter(([, value]) => value !== undefined));
  return {
    categories: fields.getAll('categories'),
    zones: zones.split(/[\s,]+/).filter((zone) => zone !== ''),
    ...(from === undefined && to === undefined ? {} : { quietHours }),
  } as unknown as Which;
}
