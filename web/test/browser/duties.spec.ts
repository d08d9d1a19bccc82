import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { call, entry, fillPurpose, OFFICER, searchFor, signIn } from './person.ts';

/** What people in charge do beside hits and searches, each at its place. */

const RECEIPT = { entryId: 'a'.repeat(26), leafHash: '0'.repeat(64) };

function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}

async function open(page: Page, person: string, duty: string, part: string): Promise<void> {
  await signIn(page, person, duty);
  await page.getByRole('link', { name: part }).click();
}

test('a written request is filed, decided by a second person and released once, as a package', async ({ page }) => {
  await open(page, 'records-zhou', 'Records officer', 'Requests');
  await page.getByText('File a request').click();
  await page.getByRole('button', { name: 'File the request' }).click();
  for (const field of ['Agency', 'Who asks for it', 'Whom it is for', 'Plate', 'Issued by', 'Why do they ask?']) {
    await expect(page.getByLabel(field, { exact: true })).toHaveAttribute('aria-invalid', 'true');
  }
  const filled = { Agency: 'Shelbyville Police Department', 'Its ORI': 'XX0000001', 'Who asks for it': 'Detective Alma Reyes', 'Of which state': 'XX', Plate: '9KZX418', 'Issued by': 'CA' };
  for (const [label, text] of Object.entries(filled)) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel('Whom it is for').selectOption('Law enforcement of this state');
  await fillPurpose(page, 'Blue Ford taken from 400 Elm Street last night');
  await page.getByRole('button', { name: 'File the request' }).click();
  await expect(page.getByText('Filed. The Program Manager decides it')).toBeVisible();
  const { grants } = (await (await call('records-zhou', 'GET', '/v1/grants')).json()) as { grants: { grantId: string }[] };
  const decision = { approve: true, reason: 'Fits the report' };
  expect((await call('manager-osei', 'POST', `/v1/grants/${grants.at(-1)?.grantId}/decisions`, decision)).status).toBe(201);
  await page.getByRole('link', { name: 'Holds' }).click();
  await page.getByRole('link', { name: 'Requests' }).click();
  const card = page.locator('.card').first();
  await expect(card).toContainText('may be released, once');
  await expect(card).toContainText('9KZX418');

  const [package_] = await Promise.all([page.waitForEvent('download'), card.getByRole('button', { name: 'Release it, once' }).click()]);

  expect(package_.suggestedFilename()).toMatch(/^grant-.*\.zip$/);
  expect(readFileSync(await package_.path()).subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByText(/java VerifyExport\.java grant-.*\.zip/)).toBeVisible();
  await expect(page.locator('.tag', { hasText: /^released$/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Release it, once' })).toHaveCount(0);
});

test('the Program Manager decides a written request, and says why', async ({ page }) => {
  const purpose = { ...(searchFor('9KZX418') as { purpose: object }).purpose };
  const filed = {
    requester: { agency: 'Ogdenville Police Department', ori: 'XX0000002', person: 'Sergeant Ann Poe', class: 'in-state-law-enforcement', state: 'XX' },
    scope: { plates: [{ plate: '7TST124', state: 'CA' }], cameraIds: [], from: new Date(Date.now() - 86_400_000).toISOString(), to: new Date(Date.now() - 60_000).toISOString() },
    purpose,
  };
  expect((await call('records-zhou', 'POST', '/v1/grants', filed)).status).toBe(201);
  await open(page, 'manager-osei', 'Program Manager', 'Requests');
  const card = page.locator('.card').filter({ hasText: 'Ogdenville' });
  await card.getByText('Decide (Program Manager)').click();
  await card.getByRole('button', { name: 'Decide' }).click();
  await expect(card.getByLabel('Your decision')).toHaveAttribute('aria-invalid', 'true');
  await expect(card.getByLabel('Reason, for the ledger')).toHaveAttribute('aria-invalid', 'true');

  await card.getByLabel('Your decision').selectOption('Refuse it');
  await card.getByLabel('Reason, for the ledger').fill('The report names another plate');
  await card.getByRole('button', { name: 'Decide' }).click();

  await expect(card.locator('.tag')).toHaveText('refused');
});

test('a person who asks about their own plate is answered with counts and days', async ({ page }) => {
  await open(page, 'records-zhou', 'Records officer', 'Requests');
  await page.getByText('Answer a person about their own plate').click();
  await page.getByLabel('Their plate').fill('9KZX418');
  await page.getByLabel('Its state').fill('CA');
  await page.getByLabel('Number of the request').fill('RR-2026-17');
  await page.getByRole('button', { name: 'Look what the city has' }).click();
  await expect(page.getByLabel('Where the check is on file')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Where the check is on file').fill('File 17 of the records office');
  await page.getByRole('button', { name: 'Look what the city has' }).click();

  await expect(page.getByRole('region', { name: 'What the city has' })).toContainText('stored now');
});

test('entries of the ledger are exported as a table and as what proves them', async ({ page }) => {
  await open(page, 'auditor-quist', 'Auditor', 'Ledger');
  await expect(async () => {
    await page.getByRole('button', { name: 'Read' }).click();
    await expect(page.getByRole('region', { name: 'Entries' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000, intervals: [5_000] });
  const saved: string[] = [];
  page.on('download', (download) => saved.push(download.suggestedFilename()));

  await page.getByRole('button', { name: 'Export these entries' }).click();

  await expect(page.getByText('scripts/verify-ledger --export FILE')).toBeVisible();
  await expect.poll(() => saved.map((name) => name.replace(/^ledger-[a-z2-7]{26}/, '')).sort()).toEqual(['.bundle.json', '.csv']);
});

test('an auditor commits to a number of their own, which is saved before', async ({ page }) => {
  await open(page, 'auditor-quist', 'Auditor', 'Reviews');
  await page.getByText('Commit to a number of your own').click();

  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make a number' }).click()]);

  expect(saved.suggestedFilename()).toMatch(/^review-\d{4}-W\d{2}\.txt$/);
  expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  await expect(page.getByText('will be drawn by the number in')).toBeVisible();
});

test('what is late stands first where the city tells whether it forgets on time', async ({ page }) => {
  await open(page, 'chief-ito', 'Chief', 'Retention');
  await expect(page.getByText('Frames and their pictures')).toBeVisible();
  const lateSeconds = { frame: 0, read: 0, hit: 7_200, plate: 0, 'hot-list-entry': 90, opening: 0, session: 0, limit: 0, subscription: 0, conduct: 0, pass: 0 };
  const purge = { endedAt: new Date().toISOString(), finished: false, refused: 3, lateSeconds };
  await page.route('**/v1/health/retention', (route) => route.fulfill({ json: { state: 'late', purge, ...RECEIPT } }));

  await page.getByRole('button', { name: 'Ask again now' }).click();

  await expect(page.getByText('The city is late.')).toBeVisible();
  await expect(page.locator('.fields > div').first()).toContainText('Hits2 hours late');
  await expect(page.getByText('3 deletions were refused')).toBeVisible();
});

test('an auditor places a decoy among the reads of a camera, and what is wrong stands at its field', async ({ page }) => {
  await open(page, 'auditor-quist', 'Auditor', 'Decoys');
  await page.getByLabel('Forgotten on').fill(day(30));
  await page.getByLabel('Let it stand among the reads of a camera').check();
  await page.getByRole('button', { name: 'Place a decoy' }).click();
  await expect(page.getByLabel('Camera', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Seen at')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Let it stand among the reads of a camera').uncheck();
  await page.getByRole('button', { name: 'Place a decoy' }).click();

  await expect(page.locator('.notice .plate')).toHaveText(/^[3479]{2}[A-Z]+[3479]{2}$/);
  await expect(page.getByText('It is not told again')).toBeVisible();
});

test('the Program Manager enters the hours of somebody and a shift that changes hands', async ({ page }) => {
  await open(page, 'manager-osei', 'Program Manager', 'Duty hours');
  const week = page.locator('section', { hasText: "A person's week" });
  await week.getByLabel('Account').fill('officer-lund');
  await week.getByLabel('Time zone').fill('America/Chicago');
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(week.getByLabel('Day')).toHaveAttribute('aria-invalid', 'true');
  await week.getByLabel('Day').selectOption('Monday');
  await week.getByLabel('Begins').fill('07:00');
  await week.getByLabel('Hours').fill('10');
  await week.getByLabel('Until').fill(day(90));
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(page.getByText('officer-lund, in the time of America/Chicago: Monday 07:00 for 10 h')).toBeVisible();
  await week.getByLabel('Account').fill(OFFICER);
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(page.getByText(`${OFFICER}, in the time of`)).toBeVisible();

  const swap = page.locator('section', { hasText: 'A shift that changes hands' });
  await swap.getByLabel('Whose it was').fill('officer-lund');
  await swap.getByLabel('Who takes it').fill(OFFICER);
  await swap.getByLabel('From').fill(`${day(7)}T07:00`);
  await swap.getByLabel('To').fill(`${day(7)}T17:00`);
  await swap.getByRole('button', { name: 'Enter the swap' }).click();

  await expect(page.getByText('officer-lund, in the time of')).toContainText('1 given away');
});

test('an officer registers a plate of their own, and is not told it again', async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'My plates');
  await page.getByLabel('Plate').fill('8OWN118');
  await page.getByRole('button', { name: 'Register the plate' }).click();
  await expect(page.getByLabel('Forgotten on')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Forgotten on').fill(day(300));
  await page.getByRole('button', { name: 'Register the plate' }).click();

  await expect(page.getByText(/It counts until .* Ledger entry/)).toBeVisible();
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

test('one field of one entry is opened for somebody outside, and what is missing stands at its field', async ({ page }) => {
  const { entryId } = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { entryId: string };
  await open(page, 'records-zhou', 'Records officer', 'Disclosures');
  await page.getByRole('button', { name: 'Open this field' }).click();
  await expect(page.getByLabel('Entry')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Entry').fill(entryId);
  await page.getByRole('button', { name: 'Open this field' }).click();
  await expect(page.getByLabel('Field')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Field').fill('plate');
  await page.getByLabel('For whom, and on what ground').fill('Subpoena 26-114 of the county court');

  // An entry can be opened once the ledger has sealed it, within a minute.
  const saved = page.waitForEvent('download', { timeout: 85_000 });
  await expect(async () => {
    await page.getByRole('button', { name: 'Open this field' }).click();
    await expect(page.getByText('checks it without the city')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000, intervals: [4_000] });

  const bundle = readFileSync(await (await saved).path(), 'utf8');
  expect(bundle).toContain('9KZX418');
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

test('an entry is changed by its author, and somebody who saw an older one is shown the newer', async ({ page }) => {
  const plate = '5CHG118';
  const added = (await (await call(OFFICER, 'POST', '/v1/hot-list-entries', entry(plate, 'Seen at two burglaries'))).json()) as { recordId: string };
  await open(page, OFFICER, 'Officer', 'Hot list');
  const card = page.locator('.card', { hasText: plate });
  await card.getByText('Change it').click();
  await card.getByLabel('Reason').fill('');
  await card.getByRole('button', { name: 'Change the entry' }).click();
  await expect(card.getByLabel('Reason')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('Reason').fill('Seen at three burglaries');
  await card.getByRole('button', { name: 'Change the entry' }).click();
  await expect(card).toContainText('Seen at three burglaries');

  const listed = (await (await call(OFFICER, 'GET', `/v1/hot-list-entries/${added.recordId}`)).json()) as Record<string, unknown>;
  const { revision, effective, expires } = listed;
  const other = { plate, state: 'UNKNOWN', category: 'bolo', reason: 'Seen at four burglaries', caseNumber: '26-000118', effective, expires, revision };
  expect((await call(OFFICER, 'POST', `/v1/hot-list-entries/${added.recordId}/updates`, other)).status).toBe(200);
  await card.getByLabel('Reason').fill('Seen at five burglaries');
  await card.getByRole('button', { name: 'Change the entry' }).click();

  await expect(card).toContainText('Seen at four burglaries');
});

test('a list is proposed in the app, and what is missing stands at its field', async ({ page }) => {
  await open(page, 'admin-hale', 'Administrator', 'Lists');
  await page.getByText('Propose a list').click();
  await page.getByLabel('Short name').fill('state-police');
  await page.getByRole('button', { name: 'Propose the list' }).click();
  await expect(page.getByLabel('Alerts for at most')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Whose list').fill('State Police');
  await page.getByLabel('How its files are written').selectOption('Generic CSV');
  await page.getByLabel('Alerts for at most').fill('24');
  await page.getByLabel('You propose it as').selectOption('Administrator');
  await page.getByRole('button', { name: 'Propose the list' }).click();

  await expect(page.getByText('state-police waits for a second person.')).toBeVisible();
  await expect(page.locator('.card', { hasText: 'State Police' })).toContainText('does not alert');
});

test('a file of a list is agreed to by two people, sent, and its rejected rows are told by reason', async ({ page }) => {
  const list = { source: 'county', agency: 'Ogden County Sheriff', layout: 'generic', maxAgeHours: 48, role: 'system-admin' };
  expect((await call('admin-hale', 'POST', '/v1/lists', list)).status).toBe(201);
  expect((await call('manager-osei', 'POST', '/v1/lists/county/acceptance', { role: 'program-manager' })).status).toBeLessThan(300);
  await open(page, 'admin-hale', 'Administrator', 'Lists');
  const card = page.locator('.card', { hasText: 'county' });
  await card.getByText('Send a file').click();
  await card.getByLabel('The file').setInputFiles('../events/hotlists/clean/generic.csv');
  await card.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(card.getByLabel('In which role')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('In which role').selectOption('Administrator');
  await card.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(card.getByText('It waits for a second person')).toBeVisible();
  expect((await call('manager-osei', 'POST', '/v1/lists/county/file-approvals', { role: 'program-manager' })).status).toBeLessThan(300);
  await page.getByRole('link', { name: 'Cameras' }).click();
  await page.getByRole('link', { name: 'Lists' }).click();
  await card.getByText('Send a file').click();
  await card.getByLabel('The file').setInputFiles('../events/hotlists/clean/generic.csv');
  const [answer] = await Promise.all([page.waitForResponse('**/v1/lists/county/uploads'), card.getByRole('button', { name: 'Ask where to send it' }).click()]);
  await expect(card.locator('.command')).toContainText("curl --fail-with-body \\\n  -T 'generic.csv'");
  const { url, headers } = (await answer.json()) as { url: string; headers: Record<string, string> };

  expect((await fetch(url, { method: 'PUT', headers, body: readFileSync('../events/hotlists/clean/generic.csv') })).ok).toBe(true);

  await expect(async () => {
    await card.getByRole('button', { name: 'What became of it?' }).first().click();
    await expect(card.getByText('It was imported, and alerts.')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000, intervals: [2_000] });
  await expect(card.getByRole('heading', { name: 'What it did' })).toBeVisible();
});

test('an import that was given up says which rows were wrong, by reason', async ({ page }) => {
  const list = {
    source: 'ncic', agency: 'FBI', layout: 'ncic', maxAgeHours: 24, signed: false, proposedBy: 'admin-hale', acceptedBy: 'manager-osei', announced: null,
    alerting: true, version: 4, entries: 120, sha256: 'a'.repeat(64), received: new Date().toISOString(), importing: null,
  };
  const outcome = {
    result: 'aborted', reason: 'too-many-rejected', at: new Date().toISOString(), receipt: 'b'.repeat(26), counts: { rows: 100 },
    rejected: { 'no-plate': 7, 'unknown-state': 2 }, refused: { N: 3 },
  };
  await page.route('**/v1/lists', (route) => route.fulfill({ json: { lists: [list], ...RECEIPT } }));
  await page.route('**/v1/lists/ncic/imports/*', (route) => route.fulfill({ json: { running: false, written: 0, outcome, ...RECEIPT } }));
  await open(page, 'admin-hale', 'Administrator', 'Lists');
  await page.getByText('The receipt of its file').click();

  await page.getByRole('button', { name: 'What became of it?' }).click();

  await expect(page.getByText('It was given up; the last good version stays. too many rejected')).toBeVisible();
  await expect(page.locator('.fields')).toContainText(['rows100', 'no plate7unknown state2', 'N3']);
});
