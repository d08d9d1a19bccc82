import { useState } from 'preact/hooks';
import type { Outcome, Schemas, Trouble } from './api.ts';
import { Said, Time, TroubleNotice } from './parts.tsx';

type Session = Schemas['Session'];

/** Where somebody is signed in, this page first; a lost phone's sign-in is ended in one tap. */
export function Sessions({ sessions, end, ended }: {
  sessions: readonly Session[];
  end: (session: string) => Promise<Outcome<unknown>>;
  ended: () => Promise<unknown>;
}) {
  const [trouble, setTrouble] = useState<Trouble>();
  const close = async ({ session }: Session) => {
    const answer = await end(session);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) await ended();
  };
  return (
    <>
      <TroubleNotice of={trouble} />
      {sessions.length === 0 ? <p>Nobody is signed in with this account.</p> : null}
      <ul class="cards">
        {sessions.toSorted((one, other) => Number(other.current) - Number(one.current)).map((one) => (
          <li key={one.session} class="card" data-session={one.session}>
            <span class="row">
              <Said text={one.device === '' ? 'a device that does not say what it is' : one.device} />
              {one.current ? <span class="tag">this page</span> : null}
            </span>
            <small>
              Signed in <Time at={one.signedInAt} />, last seen <Time at={one.lastSeenAt} />
            </small>
            {one.current ? null : (
              <button type="button" onClick={() => void close(one)}>
                End this sign-in
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
