import { get, post, type Outcome, type Schemas } from './api.ts';
import { Store } from './store.ts';
import { ask } from './watch.ts';

/** What the app has of the browser beyond a page: its service worker, and through it pushes that arrive while no page is open. */

/** Whether a newer version of the app waits to be loaded. */
export const renewable = new Store(false);
/** A code that arrived by push and says that pushes reach this browser: the subscription's id and the code. */
export const confirming = new Store<{ subscriptionId: string; code: string } | undefined>(undefined);

type Pushable = { pushKey?: string };
const CONFIRMATION = /^#\/alerts\/([0-9A-Z]{26})\.([0-9]{8})$/;

interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string };
}

/** Under Trusted Types a script's address is taken from a policy alone; this one knows one address. */
function workerUrl(): string {
  const rules = { createScriptURL: () => './sw.js' };
  const { trustedTypes } = window as unknown as { trustedTypes?: TrustedTypes };
  return (trustedTypes === undefined ? rules : trustedTypes.createPolicy('passby-worker', rules)).createScriptURL('');
}

/** Pages work without it; so whatever fails here is no reason to say anything. */
export async function install(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const isFirst = navigator.serviceWorker.controller === null;
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ pushed?: string; open?: string }>) => heard(data));
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) location.reload();
  });
  const registration = await navigator.serviceWorker.register(workerUrl());
  const waits = () => renewable.set(registration.waiting !== null && navigator.serviceWorker.controller !== null);
  waits();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', waits));
}

/** Loads the newer version; what is open on this page is gone with it. */
export async function renew(): Promise<void> {
  (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage('take-over');
}

function heard({ pushed, open }: { pushed?: string; open?: string }): void {
  const code = CONFIRMATION.exec(pushed ?? open ?? '');
  if (code !== null) confirming.set({ subscriptionId: code[1] ?? '', code: code[2] ?? '' });
  else if (pushed?.startsWith('#/hits') === true) void ask();
  if (open?.startsWith('#/') === true) location.hash = open;
}

/** Why this browser cannot be alerted while no page is open. */
export type Unable = 'no-support' | 'denied' | 'no-key' | 'refused';

export const UNABLE: Record<Unable, string> = {
  'no-support': 'This browser cannot be alerted while the app is closed. On an iPhone, add the app to the home screen first.',
  denied: 'Notifications are not allowed for this app, so alerts are seen and heard only while it is open. Allow them in the settings of the browser, and ask again here.',
  'no-key': 'This city sends no pushes. Alerts are seen and heard while the app is open.',
  refused: "The browser's push service did not answer. Try again with a better connection; alerts are seen and heard while the app is open.",
};

/** @param which alerts; all of them, at any hour, unless it says otherwise */
export async function pushHere(which: Pick<Schemas['NewSubscription'], 'categories' | 'zones' | 'quietHours'> = { categories: [], zones: [] }): Promise<{ unable: Unable } | Outcome<Schemas['Subscription']>> {
  if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) return { unable: 'no-support' };
  if ((await Notification.requestPermission()) !== 'granted') return { unable: 'denied' };
  const known = await get('/v1/subscriptions');
  if (!known.ok) return known;
  const { pushKey } = known.data as Pushable;
  if (pushKey === undefined) return { unable: 'no-key' };
  let browser: PushSubscription;
  try {
    const { pushManager } = await navigator.serviceWorker.ready;
    browser = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
  } catch {
    return { unable: 'refused' };
  }
  // A browser writes `expirationTime: null` when it knows none, and the API takes no null.
  const { endpoint, keys } = browser.toJSON();
  const wanted = { webPush: { endpoint, keys }, ...which } as unknown as Parameters<typeof post<'/v1/subscriptions'>>[2];
  return post('/v1/subscriptions', {}, wanted);
}
