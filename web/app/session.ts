import type { Config } from './config.ts';
import { type Attempt, challenge, newAttempt } from './pkce.ts';
import { Store } from './store.ts';

/**
 * The sign-in. The token lives in this page's memory and nowhere else; only the first sign-in leaves the page, and keeps its
 * PKCE secret in the tab's session storage meanwhile. Every later one happens in a window of its own, so that nothing typed is lost.
 */
export type Session =
  | { kind: 'signed-out'; message: string }
  | { kind: 'signed-in'; person: string; token: string }
  | { kind: 'locked'; person: string; reason: Lock };

/** Why the page is covered until somebody signs in again. */
export type Lock = 'ended' | 'idle' | 'second-factor';

export const session = new Store<Session>({ kind: 'signed-out', message: '' });

const KEPT = 'passby-sign-in';
const CHANNEL = 'passby-sign-in';
/** States of sign-ins in a window of their own begin like this. */
const OWN_WINDOW = 'window.';
const IDLE_MILLIS = 30 * 60_000;

let config: Config;
let waiting: Attempt | undefined;
let lastTouch = Date.now();

function redirectUri(): string {
  return location.origin + location.pathname;
}

async function address(attempt: Attempt, fresh: boolean): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: config.scope,
    state: attempt.state,
    code_challenge: await challenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
  });
  return `${config.authorize}?${query}`;
}

/** Leaves the page for the issuer's. */
export async function signIn(): Promise<void> {
  const attempt = newAttempt('page.');
  sessionStorage.setItem(KEPT, JSON.stringify({ ...attempt, hash: location.hash }));
  location.assign(await address(attempt, false));
}

/** Opens the issuer's page in a window of its own; this page stays as it is. */
export async function signInAgain(): Promise<void> {
  const current = session.value;
  const own = window.open('', '_blank', 'popup,width=420,height=720');
  waiting = newAttempt(OWN_WINDOW);
  const target = await address(waiting, current.kind === 'locked' && current.reason === 'second-factor');
  if (own === null) location.assign(target);
  else own.location.replace(target);
}

/** Drops the token. What is typed stays on the covered page. */
export function lock(reason: Lock): void {
  const current = session.value;
  if (current.kind === 'signed-in') session.set({ kind: 'locked', person: current.person, reason });
}

export function signOut(): void {
  session.set({ kind: 'signed-out', message: 'You are signed out.' });
  location.hash = '';
}

/** The subject, to be shown; the city decides by its own registry who that is. */
function personOf(token: string): string {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  const claims = JSON.parse(atob(payload)) as { sub?: string; username?: string };
  return claims.username ?? claims.sub ?? '';
}

async function redeem(code: string, attempt: Attempt): Promise<void> {
  const answer = await fetch(config.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: attempt.verifier,
    }),
  });
  if (!answer.ok) throw new Error('the issuer gave no token');
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const before = session.value;
  const person = personOf(token);
  // Somebody else at the same page gets none of what the one before had on it.
  if (before.kind === 'locked' && before.person !== person) {
    session.set({ kind: 'signed-out', message: 'Another person signed in. What was open is closed; sign in again.' });
    return;
  }
  lastTouch = Date.now();
  session.set({ kind: 'signed-in', person, token });
}

async function returned(query: URLSearchParams): Promise<void> {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  const attempt = kept === null ? undefined : (JSON.parse(kept) as Attempt & { hash: string });
  history.replaceState(null, '', redirectUri() + (attempt?.hash ?? ''));
  if (attempt === undefined || attempt.state !== query.get('state')) {
    session.set({ kind: 'signed-out', message: 'This sign-in did not begin in this tab. Begin again.' });
    return;
  }
  try {
    await redeem(query.get('code') ?? '', attempt);
  } catch {
    session.set({ kind: 'signed-out', message: 'The sign-in failed. Try again.' });
  }
}

function hearOtherWindows(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ state: string; code: string }>) => {
    if (waiting === undefined || data.state !== waiting.state) return;
    const attempt = waiting;
    waiting = undefined;
    redeem(data.code, attempt).catch(() => undefined);
  };
}

function lockWhenIdle(): void {
  const touch = () => (lastTouch = Date.now());
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, touch, { passive: true });
  setInterval(() => {
    if (Date.now() - lastTouch > IDLE_MILLIS) lock('idle');
  }, 10_000);
}

/** Answers whether this is only the window of somebody else's sign-in, which has done its work. */
export async function begin(loaded: Config): Promise<boolean> {
  config = loaded;
  const query = new URLSearchParams(location.search);
  const state = query.get('state') ?? '';
  if (state.startsWith(OWN_WINDOW)) {
    new BroadcastChannel(CHANNEL).postMessage({ state, code: query.get('code') ?? '' });
    history.replaceState(null, '', redirectUri());
    setTimeout(() => window.close(), 100);
    return true;
  }
  hearOtherWindows();
  lockWhenIdle();
  if (query.has('state')) await returned(query);
  return false;
}
