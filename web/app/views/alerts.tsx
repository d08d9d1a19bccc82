import { useEffect, useState } from 'preact/hooks';
import { get, post, remove, type Schemas, type Trouble } from '../api.ts';
import { confirming, pushHere, type Unable } from '../installed.ts';
import { Asked, Form, given, Notice, problemsOf, TextField, Time, TroubleNotice, useAsked } from '../parts.tsx';
import { useStore } from '../store.ts';

type Subscription = Schemas['Subscription'] & { pushService?: string };

const UNABLE: Record<Unable, string> = {
  'no-support': 'This browser cannot be alerted while the app is closed. On an iPhone, add the app to the home screen first.',
  denied: 'Notifications are not allowed for this app, so alerts are seen and heard only while it is open. Allow them in the settings of the browser, and ask again here.',
  'no-key': 'This city sends no pushes. Alerts are seen and heard while the app is open.',
  refused: "The browser's push service did not answer. Try again with a better connection; alerts are seen and heard while the app is open.",
};

/** Alerts that arrive while the app is closed: which telephones, mailboxes and browsers of this person get them, and whether this one does. */
export default function Alerts({ rest }: { rest: string }) {
  const { outcome, again } = useAsked(() => get('/v1/subscriptions'));
  const [unable, setUnable] = useState<Unable>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  useConfirmation(rest, again);
  const start = async () => {
    setBusy(true);
    const answer = await pushHere();
    setUnable('unable' in answer ? answer.unable : undefined);
    setTrouble('ok' in answer && !answer.ok ? answer.trouble : undefined);
    setBusy(false);
    await again();
  };
  return (
    <>
      <h1>Alerts on this phone</h1>
      <p>While the app is open it asks the city every ten seconds. A push reaches this phone when it is closed: category, zone and code, never a plate.</p>
      {unable === undefined ? null : <Notice kind="error">{UNABLE[unable]}</Notice>}
      <TroubleNotice of={trouble} />
      <button class="main" type="button" disabled={busy} aria-busy={busy} onClick={() => void start()}>
        Alert this phone when the app is closed
      </button>
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

function nameOf({ numberEnding, emailHint, webhook, pushService }: Subscription): string {
  if (numberEnding !== undefined) return `Telephone ending in ${numberEnding}`;
  if (emailHint !== undefined) return `Mailbox ${emailHint}`;
  return webhook ?? `Browser${pushService === undefined ? '' : ` by ${pushService}`}`;
}
