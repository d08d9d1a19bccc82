import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { alertedHit, call, entry, fillSearch, matched, OFFICER, open, RECEIPT, signIn } from './person.ts';

test('markup and direction marks in what somebody typed are shown as they are', async ({ page }) => {
  const reason = 'Seen at <img src=x onerror="document.title=1"> \u202Eelbat gniwercs\u202C twice';
  const hits = { hits: [hit(reason)], ...RECEIPT };
  await page.route('**/v1/hits', (route) => route.fulfill({ json: hits }));
  await page.route('**/v1/hits/*', (route) => route.fulfill({ json: hits.hits[0] }));
  await signIn(page, OFFICER);

  await page.locator('.card').first().click();

  await expect(page.getByText('<img src=x onerror="document.title=1"> [U+202E]elbat')).toBeVisible();
  expect(await page.locator('.entry img').count()).toBe(0);
});

test('a narrative with direction marks is refused at its field, and one with markup reaches the second person as it was typed', async ({ page }) => {
  const why = 'Vehicle seen leaving the lot of the stolen-car report at <b>Elm</b> and Third <script>document.title=1</script>';
  const reason = page.getByLabel('Why do you search?');
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX4?8');
  await reason.fill(`${why} \u202Eyadretsey\u202C`);
  await page.getByRole('button', { name: 'Ask for a second person' }).click();
  await expect(reason).toHaveAttribute('aria-invalid', 'true');

  await reason.fill(why);
  await page.getByRole('button', { name: 'Ask for a second person' }).click();
  await expect(page.getByText('It waits for a chief or a Program Manager')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await open(page, 'manager-osei', 'Program Manager', 'Approvals');

  await expect(page.getByText(why).first()).toBeVisible();
  await expect(page).toHaveTitle('Approvals · Passby');
});

test('a page that nobody touches for half an hour is covered, and nothing typed is lost', async ({ page }) => {
  await page.clock.install();
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');

  await page.clock.fastForward('31:00');

  await expect(page.getByText('Nobody touched this page for half an hour. What you typed is still here.')).toBeVisible();
  await expect(page.getByLabel('Plate')).toBeHidden();
  await expect(page.getByLabel('Plate')).toHaveValue('9KZX418');
});

test('a hundred hits of a bad camera hide no older one', async ({ page }) => {
  const numbered = (number: number) => ({ ...hit('Taken from the drive'), hitId: `${number}`.padStart(52, 'a'), shortCode: `n${number}` });
  const crowd = Array.from({ length: 100 }, (_, at) => numbered(1000 - at));
  await page.route('**/v1/hits', (route) => route.fulfill({ json: { hits: crowd, ...RECEIPT } }));
  await page.route(`**/v1/hits/${crowd[99]!.hitId}/older`, (route) => route.fulfill({ json: { hits: [numbered(7)], ...RECEIPT } }));
  await signIn(page, OFFICER);

  await page.getByRole('button', { name: 'Older open hits' }).click();

  await expect(page.locator('.card')).toHaveCount(101);
  await expect(page.getByText('· n7')).toBeVisible();
  await expect(page.getByText('No older hit is open.')).toBeVisible();
});

test('a plate in look-alike letters is named as such before anything is sent', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, 'НWL5О93');

  await expect(page.getByText('Not one of them, though it may look so: Н (U+041D), О (U+041E)')).toBeVisible();
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('missing or wrong');
});

test('without a picture nothing can be matched, and it can be asked for again', async ({ page }) => {
  let fails = true;
  await page.route('**/pictures/*', (route) => (fails ? route.fulfill({ contentType: 'image/jpeg', body: 'no picture' }) : route.continue()));
  await signIn(page, OFFICER);
  await page.locator('.card').first().click();
  await expect(page.getByText('The picture of the plate could not be shown.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Plate and state agree' })).toBeDisabled();

  fails = false;
  await page.getByRole('button', { name: 'Load the picture of the plate again' }).click();

  await expect(page.getByRole('button', { name: 'Plate and state agree' })).toBeEnabled();
});

test('nothing typed is lost when the token ends in mid-form', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.route('**/v1/searches', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }), { times: 1 });
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('Your sign-in ended. What you typed is still here.')).toBeVisible();
  await expect(page.getByLabel('Plate')).toBeHidden();

  const [own] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: `Sign in as ${OFFICER}` }).click()]);
  await own.getByRole('button', { name: OFFICER }).click();

  await expect(page.getByLabel('Plate')).toHaveValue('9KZX418');
  await expect(page.getByLabel('Why do you search?')).toHaveValue('Vehicle seen leaving the lot of the stolen-car report');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
});

test('somebody else who signs in on a covered page sees nothing of it', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.route('**/v1/searches', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }), { times: 1 });
  await page.getByRole('button', { name: 'Search', exact: true }).click();

  const [own] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: `Sign in as ${OFFICER}` }).click()]);
  await own.getByRole('button', { name: 'chief-ito' }).click();

  await expect(page.getByText('Another person signed in.')).toBeVisible();
  expect(await page.locator('input').count()).toBe(0);
});

test('of two tabs one takes the step, and the other is told how the hit stands', async ({ page, context }) => {
  await signIn(page, OFFICER);
  await alertedHit(page);
  const other = await context.newPage();
  await signIn(other, OFFICER);
  // The same document: the sign-in in its memory stays.
  await other.goto(page.url());
  await expect(other.getByRole('button', { name: 'Plate and state agree' })).toBeEnabled();
  await matched(page);

  await other.getByRole('button', { name: 'Not this one' }).click();
  await other.getByRole('button', { name: 'Misread characters' }).click();

  await expect(other.getByRole('alert')).toBeVisible();
  await expect(other.locator('[data-state="image-matched"]')).toBeVisible();
});

test('a step that did not arrive is never shown as done', async ({ page, context }) => {
  await signIn(page, OFFICER);
  await alertedHit(page);
  await context.setOffline(true);

  await page.getByRole('button', { name: 'Plate and state agree' }).click();

  await expect(page.getByText('No answer came.').first()).toBeVisible();
  await expect(page.locator('[data-state="image-matched"]')).toHaveCount(0);
  await context.setOffline(false);
});

test('a city that answers 503 is asked again, more and more rarely, and the list says how old it is', async ({ page }) => {
  await signIn(page, OFFICER);
  await expect(page.locator('.card').first()).toBeVisible();
  await page.route('**/v1/hits', (route) => route.fulfill({ status: 503, body: 'busy' }));

  await expect(page.getByText('The city cannot answer now (503).')).toBeVisible();
  await expect(page.getByText('This list is as the city last answered')).toBeVisible();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.unroute('**/v1/hits');
  await page.getByRole('button', { name: 'Ask again now' }).click();
  await expect(page.getByText('The city cannot answer now (503).')).toHaveCount(0);
});

test('timers go by the city when the clock of the phone is an hour wrong', async ({ page }) => {
  await page.addInitScript(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 3_600_000;
  });
  await signIn(page, OFFICER);
  await expect(page.getByText(/The clock of this phone is (59 minutes|1 hour) ahead of/)).toBeVisible();
  await alertedHit(page);
  await matched(page);

  await page.getByRole('button', { name: 'Dispatch' }).click();

  await expect(page.getByRole('timer')).toContainText(/^(10:0\d|9:\d\d) left/);
});

test("a stranger's page cannot frame the app", async ({ page }) => {
  const stranger = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<iframe src="${process.env['PASSBY_APP']}" width="300" height="300"></iframe>`);
  });
  await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));

  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);

  await refused;
  expect(await page.frames()[1]?.locator('button').count().catch(() => 0) ?? 0).toBe(0);
  stranger.close();
});

test('an officer whose training ran out is told so', async ({ page }) => {
  await signIn(page, 'officer-untrained');

  await expect(page.getByText('Your training is not current.')).toBeVisible();
});

test('the city itself takes no entry without its required fields, whatever a page sends', async () => {
  const { expires: _, ...lacking } = entry('BAD123', 'Seen at the place of an accident') as Record<string, unknown>;

  expect((await call(OFFICER, 'POST', '/v1/hot-list-entries', lacking)).status).toBe(422);
});

function hit(reason: string): object {
  const hitId = 'a'.repeat(52);
  const at = new Date().toISOString();
  return {
    hitId, shortCode: 'aaaaaa', state: 'alerted', advisory: true, cautions: [], match: 'ocr-equivalent', category: 'bolo', zone: 'north',
    listAgeSeconds: 60, raisedAt: at, text: 'A lead only', steps: [], ...RECEIPT,
    sighting: { readId: 'r', plate: 'ABC123', state: null, colour: null, confidence: 0.9, cameraId: 'cam-bridge', latitude: 40, longitude: -89, heading: 0, capturedAt: at, receivedAt: at, frames: { agreed: 1, of: 1 } },
    entries: [{ source: 'custom', recordId: 'r', plate: 'A8C123', state: 'UNKNOWN', category: 'bolo', reason, caseNumber: '26-1234', read: 'ABC123', match: 'ocr-equivalent', alternate: false, foldedCharacters: [1], vehicle: null }],
    pictures: { plate: `/v1/hits/${hitId}/pictures/plate`, vehicle: `/v1/hits/${hitId}/pictures/vehicle` },
  };
}
