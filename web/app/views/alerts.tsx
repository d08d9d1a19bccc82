import { useEffect, useState } from 'preact/hooks';
import { get, post, remove, type Schemas, type Trouble } from '../api.ts';
import { confirming, pushHere, type Unable, UNABLE } from '../installed.ts';
import { Asked, Form, given, Notice, problemsOf, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { useStore } from '../store.ts';
import type { ViewProps } from '../views.ts';
import { CATEGORY } from '../words.ts';
import { NewSubscription } from './new-subscription.tsx';

type Subscription = Schemas['Subscription'] & { pushService?: string };

/** Alerts that arrive while the app is closed: which telephones, mailboxes, browsers and systems get them, and which of them. */
export default function Alerts({ rest, duty }: ViewProps) {
  const { outcome, again } = useAsked(() => get('/v1/subscriptions'));
  useConfirmation(rest, again);
  return (
    <>
      <h1>Alerts</h1>
      {duty === 'operator' ? <Here changed={again} /> : <p>Alerts can be sent to systems of the city, such as dispatch: category, zone and code, never a plate.</p>}
      <NewSubscription duty={duty} made={again} />
      <Asked outcome={outcome} again={again}>
        {({ subscriptions }) => (
          <ul class="cards">
            {subscriptions.map((one) => (
              <li key={one.subscriptionId} class="card">
                <OneSubscription subscription={one} changed={again} />
              </li>
            ))}
          </ul>
        )}
      </Asked>
    </>
  );
}

/** This browser, with one tap. */
function Here({ changed }: { changed: () => Promise<unknown> }) {
  const [unable, setUnable] = useState<Unable>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    const answer = await pushHere();
    setUnable('unable' in answer ? answer.unable : undefined);
    setTrouble('ok' in answer && !answer.ok ? answer.trouble : undefined);
    setBusy(false);
    await changed();
  };
  return (
    <>
      <p>While the app is open it asks the city every ten seconds. A push reaches this phone when it is closed: category, zone and code, never a plate.</p>
      {unable === undefined ? null : <Notice kind="error">{UNABLE[unable]}</Notice>}
      <TroubleNotice of={trouble} />
      <button class="main" type="button" disabled={busy} aria-busy={busy} onClick={() => void start()}>
        Alert this phone when the app is closed
      </button>
    </>
  );
}

/** The code comes by push, to an open page or by the address that a tap on the notification opens. */
function useConfirmation(rest: string, again: () => Promise<unknown>): void {
  const arrived = useStore(confirming);
  useEffect(() => {
    const [subscriptionId = '', code = ''] = rest === '' ? [arrived?.subscriptionId, arrived?.code] : rest.split('.');
    if (subscriptionId === '' || code === '') return;
    confirming.set(undefined);
    void post('/v1/subscriptions/{subscriptionId}/confirmation', { subscriptionId }, { code }).then(again);
  }, [rest, arrived]);
}

function OneSubscription({ subscription, changed }: { subscription: Subscription; changed: () => Promise<unknown> }) {
  const [trouble, setTrouble] = useState<Trouble>();
  const about = { subscriptionId: subscription.subscriptionId };
  const took = async (answer: { ok: true } | { ok: false; trouble: Trouble }) => {
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await changed();
  };
  const confirm = async (fields: FormData) =>
    took(await post('/v1/subscriptions/{subscriptionId}/confirmation', about, given(fields, 'code') as unknown as Schemas['SubscriptionCode']));
  return (
    <>
      <span class="row">
        <strong>{nameOf(subscription)}</strong>
        <span class="tag">{subscription.confirmed ? 'alerted' : 'waits for its code'}</span>
      </span>
      <span>{selection(subscription)}</span>
      <small>
        Until <Time at={subscription.expiresAt} />
      </small>
      {subscription.confirmed ? (
        <TroubleNotice of={trouble} />
      ) : (
        <Form submit="Confirm" send={confirm} trouble={trouble}>
          <TextField label="Code that was sent" name="code" inputMode="numeric" autocomplete="one-time-code" maxLength={8} problems={problemsOf(trouble)} />
        </Form>
      )}
      <button type="button" onClick={async () => took(await remove('/v1/subscriptions/{subscriptionId}', about))}>
        End it
      </button>
    </>
  );
}

/** Which alerts it gets, and when none. */
function selection({ categories, zones, quietHours }: Subscription): string {
  const some = categories.length === 0 ? 'All alerts' : categories.map((one) => CATEGORY[one]).join(', ');
  const where = zones.length === 0 ? 'all zones' : `zones ${zones.join(', ')}`;
  return `${some}, ${where}${quietHours === undefined ? '' : `, quiet from ${quietHours.from} to ${quietHours.to}`}`;
}

function nameOf({ numberEnding, emailHint, webhook, pushService }: Subscription): string {
  if (numberEnding !== undefined) return `Telephone ending in ${numberEnding}`;
  if (emailHint !== undefined) return `Mailbox ${emailHint}`;
  return webhook ?? `Browser${pushService === undefined ? '' : ` by ${pushService}`}`;
}
