import { useEffect, useState } from 'preact/hooks';
import type { Hit, Schemas } from '../api.ts';
import { now } from '../clock.ts';
import { AreaField, given, TextField } from '../parts.tsx';
import { type Disposition, DISPOSITION, REJECT, type RejectReason, SOURCE, type Source } from '../words.ts';

type Step = (body: Schemas['NewStep']) => Promise<void>;

interface Props {
  hit: Hit;
  /** Whether this page has drawn a picture of it. */
  seen: boolean;
  busy: boolean;
  step: Step;
}

/** What comes next, and nothing else; where a thumb reaches it. */
export function NextStep({ hit, seen, busy, step }: Props) {
  switch (hit.state) {
    case 'alerted':
    case 'viewed':
      return <Judge seen={seen} busy={busy} step={step} />;
    case 'image-matched':
      return <AskSource busy={busy} step={step} also={<Unconfirmed busy={busy} step={step} />} />;
    case 'confirmation-requested':
      return <Answer hit={hit} busy={busy} step={step} />;
    case 'not-confirmed':
      return (
        <>
          <AskSource busy={busy} step={step} also={<Unconfirmed busy={busy} step={step} />} />
          <Close contacted={false} busy={busy} step={step} />
        </>
      );
    case 'confirmed':
      return (
        <>
          <button class="main" type="button" disabled={busy} onClick={() => void step({ step: 'contact' })}>
            The vehicle is contacted
          </button>
          <Close contacted={false} busy={busy} step={step} />
        </>
      );
    case 'contact':
      return <Close contacted busy={busy} step={step} />;
    case 'rejected':
    case 'disposition':
      return (
        <>
          <p role="status">This hit is closed.</p>
          <a class="button" href="#/hits">
            Back to the open hits
          </a>
        </>
      );
  }
}

/** Two taps reject it: this one, and the reason. */
function Judge({ seen, busy, step }: { seen: boolean; busy: boolean; step: Step }) {
  const [rejecting, setRejecting] = useState(false);
  if (rejecting) {
    return (
      <fieldset class="choices">
        <legend>Why is it not this one?</legend>
        {(Object.keys(REJECT) as RejectReason[]).map((reason) => (
          <button key={reason} type="button" disabled={busy} onClick={() => void step({ step: 'rejected', reason })}>
            {REJECT[reason]}
          </button>
        ))}
        <button type="button" onClick={() => setRejecting(false)}>
          Back
        </button>
      </fieldset>
    );
  }
  return (
    <div class="pair">
      <button type="button" class="no" disabled={busy || !seen} onClick={() => setRejecting(true)}>
        Not this one
      </button>
      <button type="button" class="main" disabled={busy || !seen} onClick={() => void step({ step: 'image-matched' })}>
        Plate and state agree
      </button>
      {seen ? null : <small>Both open once the picture is here.</small>}
    </div>
  );
}

function AskSource({ busy, step, also }: { busy: boolean; step: Step; also: preact.ComponentChildren }) {
  const [urgency, setUrgency] = useState<'urgent' | 'routine'>('urgent');
  return (
    <>
      <fieldset class="choices">
        <legend>Is the record still good? Ask the source.</legend>
        <label>
          <input type="checkbox" checked={urgency === 'routine'} onChange={(event) => setUrgency(event.currentTarget.checked ? 'routine' : 'urgent')} />{' '}
          It can wait an hour (else ten minutes)
        </label>
        {(Object.keys(SOURCE) as Source[]).map((source) => (
          <button
            key={source}
            class="main"
            type="button"
            disabled={busy}
            onClick={() => void step({ step: 'confirmation-requested', source, urgency })}
          >
            {SOURCE[source]}
          </button>
        ))}
      </fieldset>
      {also}
    </>
  );
}

function Answer({ hit, busy, step }: { hit: Hit; busy: boolean; step: Step }) {
  const dueAt = hit.steps.findLast((one) => one.state === 'confirmation-requested')?.dueAt;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const { confirmedBy = '' } = given(new FormData(event.currentTarget as HTMLFormElement), 'confirmedBy');
    void step({ step: 'confirmed', confirmedBy });
  };
  return (
    <>
      {dueAt === undefined ? null : <Remaining until={Date.parse(dueAt)} />}
      <form onSubmit={send}>
        <TextField label="Who at the source confirms it?" name="confirmedBy" autocomplete="off" maxLength={80} required />
        <div class="pair">
          <button type="button" class="no" disabled={busy} onClick={() => void step({ step: 'not-confirmed' })}>
            Not confirmed
          </button>
          <button class="main" type="submit" disabled={busy}>
            Confirmed
          </button>
        </div>
      </form>
      <Unconfirmed busy={busy} step={step} />
    </>
  );
}

/** Counts by the city's clock, whatever this phone's says. */
function Remaining({ until }: { until: number }) {
  const [left, setLeft] = useState(until - now());
  useEffect(() => {
    const timer = setInterval(() => setLeft(until - now()), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  const seconds = Math.max(0, Math.ceil(left / 1_000));
  return (
    <p class="timer" role="timer">
      {seconds === 0 ? 'The time is over: it counts as not confirmed.' : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left for the source to answer`}
    </p>
  );
}

/** It is refused; that it happened is recorded with its reason, and the Program Manager hears of it. */
function Unconfirmed({ busy, step }: { busy: boolean; step: Step }) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void step({ step: 'contact', ...given(new FormData(event.currentTarget as HTMLFormElement), 'reason') });
  };
  return (
    <details>
      <summary>The vehicle was contacted before a confirmation</summary>
      <form onSubmit={send}>
        <AreaField
          label="Why without a confirmation?"
          name="reason"
          hint="A contact before the confirmation is refused as a step. It is recorded with this reason, and the Program Manager is told."
          maxLength={500}
          required
        />
        <button type="submit" disabled={busy}>
          Record it
        </button>
      </form>
    </details>
  );
}

const WITHOUT_CONTACT: readonly Disposition[] = ['none', 'false-alert'];

function Close({ contacted, busy, step }: { contacted: boolean; busy: boolean; step: Step }) {
  const [chosen, setChosen] = useState<readonly Disposition[]>([]);
  const all = contacted ? (Object.keys(DISPOSITION) as Disposition[]) : WITHOUT_CONTACT;
  const toggle = (one: Disposition) => {
    const others = chosen.filter((other) => other !== one && other !== 'none' && one !== 'none');
    setChosen(chosen.includes(one) ? others : [...others, one]);
  };
  const happened = chosen.filter((one): one is Exclude<Disposition, 'none'> => one !== 'none');
  return (
    <fieldset class="choices">
      <legend>{contacted ? 'How did it end?' : 'Close it without a contact'}</legend>
      {all.map((one) => (
        <label key={one} class="check">
          <input type="checkbox" checked={chosen.includes(one)} onChange={() => toggle(one)} /> {DISPOSITION[one]}
        </label>
      ))}
      <button
        class={contacted ? 'main' : ''}
        type="button"
        disabled={busy || chosen.length === 0}
        onClick={() => void step({ step: 'disposition', dispositions: happened.length === 0 ? ['none'] : happened })}
      >
        Close the hit
      </button>
    </fieldset>
  );
}
