import { useState } from 'preact/hooks';
import { file, type Trouble } from './api.ts';
import { save } from './download.ts';
import { Notice, TroubleNotice } from './parts.tsx';

/** Asks for a package and saves it, and says how whoever gets it checks it without the city. */
export function Package({ path, name, children, offered = true, taken }: {
  path: string;
  name: string;
  children: string;
  /** Whether it can be taken now; what was said of one that was taken stays. */
  offered?: boolean;
  taken?: () => unknown;
}) {
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const take = async () => {
    setBusy(true);
    const answer = await file('POST', path);
    setTrouble(answer.ok ? undefined : answer.trouble);
    setDone(answer.ok);
    if (answer.ok) save(name, answer.data);
    setBusy(false);
    if (answer.ok) await taken?.();
  };
  return (
    <>
      <TroubleNotice of={trouble} />
      {done ? (
        <Notice kind="good">
          {name} is saved. Whoever gets it checks it without the city: the program VerifyExport.java is in it, and <code>java VerifyExport.java {name}</code> says
          GENUINE, or what was changed.
        </Notice>
      ) : null}
      {offered ? (
        <button type="button" disabled={busy} aria-busy={busy} onClick={() => void take()}>
          {busy ? 'Making the package …' : children}
        </button>
      ) : null}
    </>
  );
}
