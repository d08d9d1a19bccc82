import type { paths } from '../../target/openapi.d.ts';
import { get } from '../api.ts';
import { Asked, Notice, Time, useAsked } from '../parts.tsx';
import { span } from '../words.ts';

type Health = paths['/v1/health/retention']['get']['responses'][200]['content']['application/json'];
type Kind = keyof NonNullable<Health['purge']>['lateSeconds'];

const KIND: Record<Kind, string> = {
  frame: 'Frames and their pictures',
  read: 'Reads',
  hit: 'Hits',
  plate: 'Plates within reads',
  'hot-list-entry': 'Entries of the hot list',
  opening: 'What opens entries of the ledger',
  session: 'Sign-ins',
  limit: 'Counts of searches by the hour',
  subscription: 'Subscriptions to alerts',
  conduct: 'What is kept to watch conduct',
  pass: 'Passes of vehicles',
};

/** Whether the city forgets on time: what is overdue first. */
export default function Retention() {
  const { outcome, again } = useAsked(() => get('/v1/health/retention'));
  return (
    <>
      <h1>Retention</h1>
      <p>What is past its date is deleted every minute, up to 90 seconds early and never late. This is how the last run went.</p>
      <Asked outcome={outcome} again={again}>{(health) => <Standing health={health} again={again} />}</Asked>
    </>
  );
}

function Standing({ health: { state, purge }, again }: { health: Health; again: () => Promise<unknown> }) {
  return (
    <>
      <Overall state={state} />
      {purge === null ? null : (
        <>
          <p>
            The last run ended <Time at={purge.endedAt} />.
          </p>
          {purge.finished ? null : <Notice kind="error">It left work that was due; the next run goes on with it.</Notice>}
          {purge.refused === 0 ? null : <Notice kind="error">{purge.refused} deletions were refused by a store. They are tried again each minute.</Notice>}
          <Kinds late={purge.lateSeconds} />
        </>
      )}
      <button type="button" onClick={() => void again()}>
        Ask again now
      </button>
    </>
  );
}

function Overall({ state }: { state: Health['state'] }) {
  switch (state) {
    case 'on-time':
      return <Notice kind="good">Everything was deleted on time.</Notice>;
    case 'late':
      return <Notice kind="error">The city is late. The Administrator has been alarmed; the public page counts it.</Notice>;
    case 'silent':
      return <Notice kind="error">No run has ended for three minutes. Nothing past its date is answered, but it is still there.</Notice>;
  }
}

function Kinds({ late }: { late: NonNullable<Health['purge']>['lateSeconds'] }) {
  const kinds = (Object.entries(late) as [Kind, number][]).toSorted(([, one], [, other]) => other - one);
  return (
    <dl class="fields">
      {kinds.map(([kind, seconds]) => (
        <div key={kind}>
          <dt>{KIND[kind]}</dt>
          <dd>{seconds === 0 ? 'on time' : <strong>{span(seconds)} late</strong>}</dd>
        </div>
      ))}
    </dl>
  );
}
