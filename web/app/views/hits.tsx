import type { Hit } from '../api.ts';
import { Notice, Time, TroubleNotice } from '../parts.tsx';
import { useStore } from '../store.ts';
import { ask, watched } from '../watch.ts';
import { CATEGORY, MATCH, STATE } from '../words.ts';
import { OneHit } from './hit.tsx';

export default function Hits({ rest }: { rest: string }) {
  return rest === '' ? <OpenHits /> : <OneHit key={rest} hitId={rest} />;
}

/** Those that push before those that only advise; within each the newest first. */
function OpenHits() {
  const { hits, trouble, answeredAt } = useStore(watched);
  const sorted = [...hits].sort((a, b) => Number(a.advisory) - Number(b.advisory));
  return (
    <>
      <h1>Open hits</h1>
      <TroubleNotice of={trouble} />
      {trouble !== undefined && answeredAt > 0 ? (
        <Notice kind="note">
          This list is as the city last answered, at <Time at={new Date(answeredAt).toISOString()} />. New hits are not shown until it
          answers again.
        </Notice>
      ) : null}
      {trouble !== undefined ? (
        <button type="button" onClick={() => void ask()}>
          Ask again now
        </button>
      ) : null}
      {answeredAt === 0 && trouble === undefined ? <p role="status">Asking the city …</p> : null}
      {answeredAt > 0 && sorted.length === 0 ? <p>No hit is open.</p> : null}
      <ul class="cards">
        {sorted.map((hit) => (
          <li key={hit.hitId}>
            <Card hit={hit} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ hit }: { hit: Hit }) {
  return (
    <a class={hit.advisory ? 'card advisory' : 'card push'} href={`#/hits/${hit.hitId}`}>
      <span class="row">
        <strong>{CATEGORY[hit.category]}</strong>
        <Time at={hit.raisedAt} />
      </span>
      <span class="row">
        <span class="plate small">{hit.sighting.plate}</span>
        <span class="tag">{hit.advisory ? 'Advisory' : 'Alert'}</span>
      </span>
      <span>{MATCH[hit.match]}.</span>
      <span class="row">
        <small>
          {hit.zone} · {hit.sighting.cameraId} · {hit.shortCode}
        </small>
        <small>{STATE[hit.state]}</small>
      </span>
    </a>
  );
}
