import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { OFFICER, open, signIn } from './person.ts';

/** The service worker: what the app keeps, what is pushed to it, and how a newer version takes its place. */
test.use({ serviceWorkers: 'allow' });

const HIT = 'a'.repeat(52);
const BROWSER = { endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/made-up', keys: { p256dh: 'p', auth: 'a' } };
const SUBSCRIPTION = { subscriptionId: '01JQ0000000000000000000005', pushService: 'updates.push.services.mozilla.com', categories: [], zones: [], expiresAt: '2027-01-01T00:00:00Z' };

async function controlled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null) {
      await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }));
    }
  });
}

/** What a push service would bring, given to the worker through the browser's developer tools. */
async function push(page: Page, message: object): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((done) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) done(first.registrationId);
    });
  });
  await tools.send('ServiceWorker.enable');
  const origin = new URL(process.env['PASSBY_APP'] ?? '').origin;
  await tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data: JSON.stringify(message) });
}

test('the app opens without a network, and says that signing in needs one', async ({ page, context }) => {
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await controlled(page);
  await context.setOffline(true);

  await page.reload();

  await expect(page.getByText('There is no connection')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => !path.startsWith('/app/'))).toEqual([]);
  await context.setOffline(false);
});

test('a pushed alert is shown without a plate, and leads to its hit', async ({ page, context }) => {
  await context.grantPermissions(['notifications']);
  // A worker that takes over while the sign-in leads away and back has that page from its next load on.
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await controlled(page);
  await signIn(page, OFFICER);

  await push(page, { v: 1, type: 'alert', title: 'Stolen vehicle, north', body: 'Code aaaaaa. A lead only.', tag: 'aaaaaa', hitId: HIT });

  const shown = () =>
    page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body, data }) => ({ title, body, data })));
  await expect.poll(shown).toEqual([{ title: 'Stolen vehicle, north', body: 'Code aaaaaa. A lead only.', data: { hash: `#/hits/${HIT}` } }]);
});

test('a phone subscribes, and the code that is pushed to it confirms it', async ({ page, context }) => {
  await context.grantPermissions(['notifications']);
  await page.addInitScript((browser) => {
    PushManager.prototype.subscribe = async () => ({ toJSON: () => browser }) as unknown as PushSubscription;
  }, { ...BROWSER, expirationTime: null });
  const sent: unknown[] = [];
  let confirmed = false;
  await page.route('**/v1/subscriptions', async (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: { subscriptions: sent.length === 0 ? [] : [{ ...SUBSCRIPTION, confirmed }], pushKey: 'B'.repeat(87) } });
    sent.push(route.request().postDataJSON());
    return route.fulfill({ status: 201, json: { ...SUBSCRIPTION, confirmed } });
  });
  await page.route('**/v1/subscriptions/*/confirmation', (route) => {
    confirmed = (route.request().postDataJSON() as { code: string }).code === '04711820';
    return route.fulfill({ json: { ...SUBSCRIPTION, confirmed } });
  });
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await controlled(page);
  await open(page, OFFICER, 'Officer', 'Alerts');
  await page.getByRole('button', { name: 'Alert this phone when the app is closed' }).click();
  await expect(page.getByText('waits for its code')).toBeVisible();
  expect(sent).toEqual([{ webPush: BROWSER, categories: [], zones: [] }]);

  await push(page, { v: 1, type: 'confirmation', title: 'Passby', body: 'Your code', tag: 'code', subscriptionId: SUBSCRIPTION.subscriptionId, code: '04711820' });

  await expect(page.getByText('alerted', { exact: true })).toBeVisible();
});

test('whoever denies notifications is told what that means, and is still alerted while the app is open', async ({ page }) => {
  await page.addInitScript(() => (Notification.requestPermission = async () => 'denied'));
  await open(page, OFFICER, 'Officer', 'Alerts');

  await page.getByRole('button', { name: 'Alert this phone when the app is closed' }).click();

  await expect(page.getByRole('alert')).toContainText('Notifications are not allowed for this app, so alerts are seen and heard only while it is open');
});

test('a service worker of an older version gives way when the person says so', async ({ page }) => {
  const worker = readFileSync('target/site/app/sw.js', 'utf8');
  const version = { worker: worker.replace(/"[0-9a-f]{16}"/, '"0123456789abcdef"') };
  const site = await serve(version);
  await page.goto(site.address);
  await controlled(page);
  version.worker = worker;
  await page.reload();
  await expect(page.getByText('A newer version of this app is here')).toBeVisible();

  // The page loads itself anew once the newer worker has taken over.
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it now' }).click()]);

  await expect(page.getByText('A newer version of this app is here')).toHaveCount(0);
  await expect(async () => {
    expect(await page.evaluate(() => caches.keys())).toEqual([`passby-app-${/"([0-9a-f]{16})"/.exec(worker)?.[1]}`]);
  }).toPass();
  site.server.close();
});

/** The built app, whose worker changes as if the city had deployed a newer one. */
async function serve(version: { worker: string }): Promise<{ server: Server; address: string }> {
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', html: 'text/html' };
  const server = createServer((request, answer) => {
    const name = (request.url ?? '').replace(/^\/app\//, '').replace(/^$/, 'index.html');
    answer.setHeader('content-type', types[name.split('.').at(-1) ?? ''] ?? 'application/json');
    if (name === 'sw.js') answer.end(version.worker);
    else if (name === 'config.json') answer.end('{"city":"springfield"}');
    else answer.end(readFileSync(join('target/site/app', name)));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/app/` };
}
