import { expect, test } from '@playwright/test';
import { open, RECEIPT } from './person.ts';

/** Cameras from their registration to their quarantine, and where none may capture. */

test('a camera is registered, stands on the map, and is not believed from a tap on', async ({ page }) => {
  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  const places = page.locator('.map circle');
  await expect(places.first()).toBeVisible();
  const before = await places.count();
  await page.getByText('Register a camera').click();
  await page.getByRole('button', { name: 'Register the camera' }).click();
  await expect(page.getByLabel('Latitude')).toHaveAttribute('aria-invalid', 'true');

  const filled = { Id: 'cam-market', Name: 'Market and Fifth', Zone: 'north', Latitude: '39.99', Longitude: '-89.02', 'Looks to': '90', Owner: 'Springfield Police Department', 'Approved by': 'Resolution 12' };
  for (const [label, text] of Object.entries(filled)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Its public key').fill('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
  await page.getByRole('button', { name: 'Register the camera' }).click();
  await expect(page.getByText('cam-market may upload.')).toBeVisible();
  await expect(places).toHaveCount(before + 1);
  const card = page.locator('.card', { hasText: 'cam-market' });
  await expect(card).toContainText('no upload in the last two days');
  await card.getByRole('button', { name: 'Believe nothing of it' }).click();

  await expect(card).toContainText('Suspended since');
  await expect(page.locator('.cards > li').first()).toContainText('cam-market');
});

test('a camera gets a second key, and a key that is none is refused at its field', async ({ page }) => {
  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  const card = page.locator('.card', { hasText: 'cam-patrol-7' });
  await card.getByText('Change its key').click();
  await card.getByLabel('Name of the new key').fill('key-spare');
  await card.getByLabel('The new public key').fill('no key');
  await card.getByRole('button', { name: 'Add the key' }).click();
  await expect(card.getByLabel('The new public key')).toHaveAttribute('aria-invalid', 'true');

  await card.getByLabel('The new public key').fill('PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw');
  await card.getByRole('button', { name: 'Add the key' }).click();

  await expect(card.getByText(/It may sign with .* and key-spare\./)).toBeVisible();
});

test('cameras in quarantine stand first, and the Program Manager ends a quarantine in two taps', async ({ page }) => {
  const none = { n: 3, rate: null, verdicts: {}, byState: [], byHour: [], byEngine: [] };
  const rate = { ...none, n: 60, rate: { misread: 9, n: 60, percent: 15, low: 8.1, high: 26.1 } };
  const camera = (cameraId: string, quarantinedSince: string | null) => ({ cameraId, quarantinedSince, hits: none, samples: quarantinedSince === null ? none : rate });
  const quality = (since: string | null) => ({
    from: '2026-11-01T00:00:00Z', to: '2026-11-29T00:00:00Z', floor: 50, misreadLimitPercent: 5, city: { hits: none, samples: rate },
    cameras: [camera('cam-elm-1st', null), camera('cam-bridge', since)], ...RECEIPT,
  });
  let isReleased = false;
  await page.route('**/v1/reading-quality', (route) => route.fulfill({ json: quality(isReleased ? null : new Date().toISOString()) }));
  await page.route('**/v1/cameras/cam-bridge/quarantine', (route) => {
    isReleased = route.request().method() === 'DELETE';
    return route.fulfill({ json: RECEIPT });
  });
  await open(page, 'manager-osei', 'Program Manager', 'Misreads');
  const first = page.locator('.cards > li').first();
  await expect(first).toContainText('cam-bridge');
  await expect(first).toContainText('15 % of 60 (between 8.1 and 26.1 %)');
  await expect(first).toContainText('3 judged; no rate of fewer than 50');

  await first.getByText('End the quarantine').click();
  await first.getByRole('button', { name: 'Push alerts of cam-bridge again' }).click();

  await expect(page.getByText('In quarantine since')).toHaveCount(0);
  expect(isReleased).toBe(true);
});

test('the city takes nothing of a private camera before its owner opted in', async ({ page }) => {
  const receipt = { cameras: [{
    cameraId: 'cam-shop', name: 'Corner shop', zone: 'north', latitude: 40, longitude: -89, heading: 90, mobile: false, owner: 'Corner shop', approval: 'Letter 4',
    installedAt: '2026-11-01T00:00:00Z', retiredAt: null, suspendedSince: null, quarantinedSince: null, quarantineClearedAt: null, keys: [], revision: 1, ownership: 'private',
    captions: [], clockSkewMillis: null, lastFrameAt: null, health: 'silent', excludedZone: null, unreadable: {},
  }], ...RECEIPT };
  const bodies: string[] = [];
  await page.route('**/v1/cameras', (route) => route.fulfill({ json: receipt }));
  await page.route('**/v1/cameras/cam-shop/opt-in', (route) => {
    bodies.push(`${route.request().method()} ${route.request().postData() ?? ''}`);
    receipt.cameras[0]!.ownership = 'private-opted-in';
    return route.fulfill({ json: RECEIPT });
  });
  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  await page.getByText('Its private owner opts in').click();
  await page.getByLabel('Where the consent is on file').fill('Letter 9');
  await page.getByRole('button', { name: 'Take what it sees' }).click();

  await page.getByRole('button', { name: 'Its private owner withdraws' }).click();

  await expect.poll(() => bodies).toEqual(['PUT {"consent":"Letter 9"}', 'DELETE ']);
});

test('places are excluded from a file, and a file that is none is named as such', async ({ page }) => {
  const square = [[[-89.752, 39.881], [-89.748, 39.881], [-89.748, 39.884], [-89.752, 39.884], [-89.752, 39.881]]];
  const zones = (kind: string) => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', id: 'school-77', properties: { kind }, geometry: { type: 'Polygon', coordinates: square } }] });
  const file = (text: string) => ({ name: 'zones.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) });
  await open(page, 'manager-osei', 'Program Manager', 'Policy');
  await page.getByText('Exclude places').click();
  await page.getByLabel('A file of GeoJSON').setInputFiles(file('no JSON'));
  await expect(page.getByText('This file is no FeatureCollection of GeoJSON.')).toBeVisible();
  await page.getByLabel('A file of GeoJSON').setInputFiles(file(zones('casino')));
  await page.getByLabel('Reason, for the ledger').fill('Council resolution 2026-131');
  await page.getByRole('button', { name: 'Exclude them at once' }).click();
  await expect(page.getByText('Not accepted: zones[0].kind')).toBeVisible();

  // A policy that really changed would have to be acknowledged by everybody who comes after in this city.
  const sent: string[] = [];
  await page.route('**/v1/excluded-zones', (route) => {
    sent.push(route.request().postData() ?? '');
    return route.fulfill({ status: 201, json: { policyVersion: 2, policyHash: '0'.repeat(64), ...RECEIPT } });
  });
  await page.getByLabel('A file of GeoJSON').setInputFiles(file(zones('school')));
  await page.getByRole('button', { name: 'Exclude them at once' }).click();

  await expect(page.getByText('Nothing is captured there from now on.')).toBeVisible();
  expect(JSON.parse(sent[0] ?? '')).toEqual({ zones: [{ zoneId: 'school-77', kind: 'school', geometry: { type: 'Polygon', coordinates: square } }], reason: 'Council resolution 2026-131' });
});

test('a zone in which a camera writes is never read, and one beyond the frame is refused at its field', async ({ page }) => {
  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  const card = page.locator('.card', { hasText: 'cam-elm-1st' });
  await card.getByText('Where it writes into its frames').click();
  await card.getByRole('button', { name: 'Add a zone' }).click();
  await card.getByLabel('From the left').fill('95');
  await card.getByLabel('Wide').fill('10');
  await card.getByRole('button', { name: 'Never read a plate in these zones' }).click();
  await expect(card.getByLabel('Wide')).toHaveAttribute('aria-invalid', 'true');
  await expect(card.getByLabel('From the left')).toHaveValue('95');

  await card.getByLabel('Wide').fill('5');
  await card.getByRole('button', { name: 'Never read a plate in these zones' }).click();

  await expect(card.getByText('It counts from the next frame on.')).toBeVisible();
  await expect(card.getByLabel('From the left')).toHaveValue('95');
  await card.getByRole('button', { name: 'Leave out zone 1' }).click();
  await card.getByRole('button', { name: 'Never read a plate in these zones' }).click();
  await expect(card.getByText('Its whole frame is read.')).toBeVisible();
});

test('a camera of a private owner is registered as theirs', async ({ page }) => {
  let body = '';
  await page.route('**/v1/cameras', (route) => {
    if (route.request().method() === 'GET') return route.continue();
    body = route.request().postData() ?? '';
    return route.fulfill({ status: 503, body: 'busy' });
  });
  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  await page.getByText('Register a camera').click();
  await page.getByLabel('Id', { exact: true }).fill('cam-shop');
  await page.getByLabel('Whose it is').selectOption('A private owner: nothing is taken of it before they opt in');
  await page.getByRole('button', { name: 'Register the camera' }).click();

  await expect(page.getByText('The city cannot answer now (503).')).toBeVisible();
  expect(JSON.parse(body)).toMatchObject({ cameraId: 'cam-shop', ownership: 'private' });
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue('cam-shop');
});
