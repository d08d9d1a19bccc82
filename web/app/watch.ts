import { get, type Hit, type Trouble } from './api.ts';
import { ring } from './alarm.ts';
import { session } from './session.ts';
import { Store } from './store.ts';

/** Open hits, asked for again and again: Java functions do not stream. Each question is an entry in the ledger. */
export interface Watched {
  hits: readonly Hit[];
  trouble?: Trouble;
  /** When the city last answered, by this phone's clock; 0 before. */
  answeredAt: number;
  /** Hits that push and that nobody on this page has opened or dismissed. */
  fresh: readonly Hit[];
  /** Whether the last alarm could be heard. */
  silent: boolean;
}

export const watched = new Store<Watched>({ hits: [], answeredAt: 0, fresh: [], silent: false });

const USUAL_MILLIS = 10_000;
const HIDDEN_MILLIS = 30_000;
const LONGEST_MILLIS = 120_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let watching = false;
let failures = 0;
let known: ReadonlySet<string> | undefined;

/** How long until the next question: twice as long after each failure, and never all phones at one moment. */
export function pause(failed: number, hidden: boolean, random: number): number {
  const usual = hidden ? HIDDEN_MILLIS : USUAL_MILLIS;
  return Math.round(Math.min(LONGEST_MILLIS, usual * 2 ** failed) * (0.85 + 0.3 * random));
}

export async function ask(): Promise<void> {
  clearTimeout(timer);
  const outcome = await get('/v1/hits');
  if (session.value.kind !== 'signed-in') return;
  if (outcome.ok) {
    failures = 0;
    took(outcome.data.hits);
  } else {
    failures++;
    watched.set({ ...watched.value, trouble: outcome.trouble });
  }
  // Of two questions at once, only the later one asks again.
  clearTimeout(timer);
  if (watching) timer = setTimeout(() => void ask(), pause(failures, document.hidden, Math.random()));
}

function took(hits: readonly Hit[]): void {
  const before = known ?? new Set(hits.filter((hit) => hit.state !== 'alerted').map((hit) => hit.hitId));
  const pushes = hits.filter((hit) => !hit.advisory && !before.has(hit.hitId));
  known = new Set([...before, ...hits.map((hit) => hit.hitId)]);
  const open = new Set(hits.map((hit) => hit.hitId));
  const silent = pushes.length > 0 ? !ring() : watched.value.silent;
  const fresh = [...pushes, ...watched.value.fresh.filter((hit) => open.has(hit.hitId))];
  watched.set({ hits, answeredAt: Date.now(), fresh, silent });
}

/** Somebody looks at it. */
export function noticed(hitId: string): void {
  watched.set({ ...watched.value, fresh: watched.value.fresh.filter((hit) => hit.hitId !== hitId) });
}

/** Asks from now on, and at once when the phone comes out of a pocket or out of a dead zone. */
export function start(): void {
  watching = true;
  document.addEventListener('visibilitychange', awake);
  addEventListener('online', awake);
  void ask();
}

export function stop(): void {
  watching = false;
  document.removeEventListener('visibilitychange', awake);
  removeEventListener('online', awake);
  clearTimeout(timer);
}

function awake(): void {
  if (!document.hidden) void ask();
}
