import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isNotable, offset } from './clock.ts';
import { renew, renewable } from './installed.ts';
import { ChooseDuty, dutyOf, remember } from './duty.tsx';
import { Lead } from './lead.tsx';
import { Notice } from './parts.tsx';
import { type Lock, session, signIn, signInAgain, signOut } from './session.ts';
import { useStore } from './store.ts';
import { DUTIES, type Duty, type View, type ViewProps, VIEWS, viewsFor } from './views.ts';
import { noticed, start, stop, watched } from './watch.ts';
import { CATEGORY, span } from './words.ts';

/** Everything around the views: who is signed in, where one can go, and what must be seen wherever one is. */
export function Shell({ city }: { city: string }) {
  const current = useStore(session);
  if (current.kind === 'signed-out') return <SignedOut city={city} message={current.message} />;
  return (
    <>
      <div hidden={current.kind === 'locked'}>
        <Work city={city} person={current.person} />
      </div>
      {current.kind === 'locked' ? <Locked person={current.person} reason={current.reason} /> : null}
    </>
  );
}

function SignedOut({ city, message }: { city: string; message: string }) {
  return (
    <main class="alone">
      <h1>Passby</h1>
      <p>{city[0]?.toUpperCase() + city.slice(1)} · for the people of the city</p>
      {message === '' ? null : <Notice kind="note">{message}</Notice>}
      <Renewable />
      {navigator.onLine ? null : <Notice kind="note">There is no connection. Signing in needs one; use the radio meanwhile.</Notice>}
      <button class="main" type="button" onClick={() => void signIn()}>
        Sign in
      </button>
      <p>
        <small>Everything that you do here is written into a public ledger, without your name.</small>
      </p>
    </main>
  );
}

const LOCKED: Record<Lock, string> = {
  ended: 'Your sign-in ended. What you typed is still here.',
  idle: 'Nobody touched this page for half an hour. What you typed is still here.',
  'second-factor': 'This needs a second factor shown in the last five minutes. What you typed is still here; send it again afterwards.',
};

function Locked({ person, reason }: { person: string; reason: Lock }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <main class="alone" role="alertdialog" aria-label="Sign in again">
      <h1>Sign in again</h1>
      <p>{LOCKED[reason]}</p>
      <button ref={button} class="main" type="button" onClick={() => void signInAgain()}>
        Sign in as {person}
      </button>
      <button type="button" onClick={signOut}>
        Leave, and forget what is open
      </button>
    </main>
  );
}

function Work({ city, person }: { city: string; person: string }) {
  const [duty, setDuty] = useState(dutyOf(person));
  const choose = (next: Duty) => {
    remember(person, next);
    // Whoever came by a push stays where it leads.
    if (duty !== undefined) location.hash = '';
    setDuty(next);
  };
  return duty === undefined ? <ChooseDuty person={person} choose={choose} /> : <Parts city={city} person={person} duty={duty} choose={choose} />;
}

function Parts({ city, person, duty, choose }: { city: string; person: string; duty: Duty; choose: (duty: Duty) => void }) {
  const { view, rest } = useRoute(duty);
  useEffect(() => {
    if (duty !== 'operator') return undefined;
    start();
    return stop;
  }, [duty]);
  useEffect(showCurrent, [view]);
  return (
    <>
      <header>
        <a class="skip" href={`#/${view.path}`} onClick={(event) => skip(event)}>
          To the content
        </a>
        <strong>{city}</strong>
        <label>
          <span class="unseen">Working as</span>
          <select value={duty} onChange={(event) => choose(event.currentTarget.value as Duty)}>
            {Object.entries(DUTIES).map(([code, words]) => (
              <option key={code} value={code}>{words}</option>
            ))}
          </select>
        </label>
        <button type="button" onClick={signOut} title={`Signed in as ${person}`}>
          Sign out
        </button>
      </header>
      <nav aria-label="Parts of the app">
        {viewsFor(duty).map((one) => (
          <a key={one.path} href={`#/${one.path}`} {...(one === view ? { 'aria-current': 'page' as const } : {})}>
            {one.title}
          </a>
        ))}
      </nav>
      {duty === 'operator' ? <Lead /> : null}
      <section aria-label="Alarms">
        <Renewable />
        <WrongClock />
        <Alarm />
      </section>
      <main id="content" tabIndex={-1}>
        <Loaded key={`${duty} ${view.path}`} view={view} rest={rest} duty={duty} />
      </main>
    </>
  );
}

/** On a phone the parts do not fit beside each other: the one that is open stands in the middle, between its neighbours. */
function showCurrent(): void {
  const link = document.querySelector<HTMLElement>('nav [aria-current]');
  const nav = link?.parentElement;
  if (link !== null && nav != null) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function useRoute(duty: Duty): { view: View; rest: string } {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  const [, path = '', rest = ''] = hash.split('/');
  const mine = viewsFor(duty);
  const view = mine.find((one) => one.path === path) ?? mine[0] ?? (VIEWS[0] as View);
  return { view, rest: view.path === path ? rest : '' };
}

function Loaded({ view, rest, duty }: { view: View } & ViewProps) {
  const [Body, setBody] = useState<ComponentType<ViewProps>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    document.title = `${view.title} · Passby`;
    view.load().then((loaded) => setBody(() => loaded.default), () => setFailed(true));
  }, []);
  if (failed) return <Notice kind="error">This part could not be loaded. Look at your connection and load the page again.</Notice>;
  return Body === undefined ? <p role="status">Loading …</p> : <Body rest={rest} duty={duty} />;
}

/** Nothing that is typed is lost unasked: the newer version waits for this button, or for the last page to be closed. */
function Renewable() {
  if (!useStore(renewable)) return null;
  return (
    <Notice kind="note">
      A newer version of this app is here. Loading it closes what is open on this page.{' '}
      <button type="button" onClick={() => void renew()}>
        Load it now
      </button>
    </Notice>
  );
}

function WrongClock() {
  const millis = useStore(offset);
  if (!isNotable(millis)) return null;
  return (
    <Notice kind="note">
      The clock of this phone is {span(Math.abs(millis) / 1_000)} {millis > 0 ? 'behind' : 'ahead of'} the city's. Timers here go by
      the city's.
    </Notice>
  );
}

/** A push is seen wherever one is in the app, and heard; a phone that gives no sound says so. */
function Alarm() {
  const { fresh, silent } = useStore(watched);
  return (
    <div class="alarm" aria-live="assertive">
      {fresh.map((hit) => (
        <a key={hit.hitId} href={`#/hits/${hit.hitId}`} onClick={() => noticed(hit.hitId)}>
          <strong>{CATEGORY[hit.category]}</strong> {hit.zone} · {hit.shortCode} <span class="go">Look</span>
        </a>
      ))}
      {fresh.length > 0 && silent ? <small>No sound: touch the page once so that the next alarm can be heard.</small> : null}
    </div>
  );
}
