import { read } from './pushed.ts';

/**
 * Keeps the files of the app, so that it opens without a network, and shows what the city pushes. It never keeps an answer of the
 * API: what happened is known from the city alone. A newer one waits until the person says so, because the page must be loaded anew.
 */
declare const self: ServiceWorkerGlobalScope;
/** Written in by the build: its files, and a name that no other build has. */
declare const __FILES__: readonly string[];
declare const __BUILD__: string;

const CACHES = 'passby-app-';
const CACHE = CACHES + __BUILD__;
const PAGE = './';
const CONFIG = './config.json';

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  const scope = new URL(self.registration.scope);
  if (event.request.method !== 'GET' || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const name = `./${url.pathname.slice(scope.pathname.length)}`;
  if (event.request.mode === 'navigate') event.respondWith(freshOrKept(event.request, PAGE));
  else if (name === CONFIG) event.respondWith(freshOrKept(event.request, CONFIG));
  else if (__FILES__.includes(name)) event.respondWith(keptOrFresh(event.request, name));
});

self.addEventListener('push', (event) => event.waitUntil(show(read(event.data?.text() ?? ''))));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open((event.notification.data as { hash: string }).hash));
});
self.addEventListener('pushsubscriptionchange', (event) => {
  const ended = { title: 'Alerts on this phone ended', body: 'The browser changed its address. Open the app and ask for them again.' };
  (event as ExtendableEvent).waitUntil(show({ ...ended, tag: 'ended', hash: '#/alerts' }));
});

async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, CONFIG, ...__FILES__].map((name) => new Request(name, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function freshOrKept(request: Request, name: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (unreachable) {
    const kept = await (await caches.open(CACHE)).match(name);
    if (kept === undefined) throw unreachable;
    return kept;
  }
}

/** A file's name carries the hash of its bytes, so a kept one is never old. */
async function keptOrFresh(request: Request, name: string): Promise<Response> {
  return (await (await caches.open(CACHE)).match(name)) ?? fetch(request);
}

async function show({ title, body, tag, hash }: ReturnType<typeof read>): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  for (const page of pages) page.postMessage({ pushed: hash });
  await self.registration.showNotification(title, { body, tag, data: { hash }, icon: './icon.svg', requireInteraction: true });
}

/** In the page that is open already, so that its sign-in stays. */
async function open(hash: string): Promise<void> {
  const [page] = await self.clients.matchAll({ type: 'window' });
  if (page === undefined) {
    await self.clients.openWindow(`./${hash}`);
    return;
  }
  page.postMessage({ open: hash });
  await page.focus();
}
