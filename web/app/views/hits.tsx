import { useState } from 'preact/hooks';
import { get, type Hit, type Trouble } from '../api.ts';
import { Notice, Time, TroubleNotice } from '../parts.tsx';
import { useStore } from '../store.ts';
import { ask, watched } from '../watch.ts';
import { CATEGORY, MATCH, STATE } from '../words.ts';
import { OneHit } from './hit.tsx';

/** How many open hits the city answers at once. */
const PAGE = 100;

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
      <Cards hits={sorted} />
      {hits.length < PAGE ? null : <Older key={hits[hits.length - 1]!.hitId} last={hits[hits.length - 1]!} />}
    </>
  );
}

/** The pages behind the newest one, asked for by hand: a hundred hits of a bad camera hide no older one. */
function Older({ last }: { last: Hit }) {
  const [older, setOlder] = useState<readonly Hit[]>([]);
  const [ended, setEnded] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const more = async () => {
    const outcome = await get('/v1/hits/{hitId}/older', { hitId: (older.at(-1) ?? last).hitId });
    setTrouble(outcome.ok ? undefined : outcome.trouble);
    if (!outcome.ok) return;
    setOlder([...older, ...outcome.data.hits]);
    setEnded(outcome.data.hits.length < PAGE);
  };
  return (
    <>
      <Cards hits={older} />
      <TroubleNotice of={trouble} />
      {ended ? (
        <p role="status">No older hit is open.</p>
      ) : (
        <button type="button" onClick={() => void more()}>
          Older open hits
        </button>
      )}
    </>
  );
}

function Cards({ hits }: { hits: readonly Hit[] }) {
  return (
    <ul class="cards">
      {hits.map((hit) => (
        <li key={hit.hitId}>
          <Card hit={hit} />
        </li>
      ))}
    </ul>
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
          {hit.sighting.frames.of > 1 ? ` · ${hit.sighting.frames.agreed} of ${hit.sighting.frames.of} frames` : ''}
        </small>
        <small>{STATE[hit.state]}</small>
      </span>
    </a>
  );
}
