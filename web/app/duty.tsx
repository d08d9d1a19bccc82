import { useEffect, useRef } from 'preact/hooks';
import { DUTIES, type Duty } from './views.ts';

const KEPT = 'passby-duty';

/** In which duty this person worked last on this machine; undefined for anybody else. */
export function dutyOf(person: string): Duty | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as { person?: string; duty?: string };
    return kept.person === person && kept.duty !== undefined && kept.duty in DUTIES ? (kept.duty as Duty) : undefined;
  } catch {
    return undefined;
  }
}

export function remember(person: string, duty: Duty): void {
  localStorage.setItem(KEPT, JSON.stringify({ person, duty }));
}

/**
 * Asked before anything is asked of the city: in a duty that is not theirs, each of the page's own questions would be refused, and stand in
 * the ledger as an attempt of this person.
 */
export function ChooseDuty({ person, choose }: { person: string; choose: (duty: Duty) => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main class="alone">
      <h1 ref={heading} tabIndex={-1}>
        What do you work as?
      </h1>
      <p>
        Signed in as {person}. The city's registry decides what you may do; this chooses what you are shown, and is kept on this machine. It can be changed at any
        time at the top.
      </p>
      {(Object.entries(DUTIES) as [Duty, string][]).map(([duty, words]) => (
        <button key={duty} type="button" onClick={() => choose(duty)}>
          {words}
        </button>
      ))}
    </main>
  );
}
