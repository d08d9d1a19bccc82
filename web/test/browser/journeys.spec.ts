import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { alertedHit, call, entry, fillSearch, matched, OFFICER, searchFor, signIn } from './person.ts';

test('from a photo to a confirmed hit and its disposition', { tag: '@both' }, async ({ page }) => {
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start;
    Object.assign(window, { tones: 0 });
    OscillatorNode.prototype.start = function (when?: number) {
      (window as unknown as { tones: number }).tones++;
      start.call(this, when);
    };
  });
  await signIn(page, OFFICER);
  // Browsers give sound only to a page that somebody has touched.
  await page.getByRole('link', { name: 'Hits', exact: true }).click();
  await alertedHit(page);

  await expect(page.getByText('A lead only, not grounds for a stop.')).toBeInViewport();
  await expect(page.getByText('Every character and the state agree')).toBeVisible();
  await expect(page.getByText(/The list was .* old when it matched/)).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { tones: number }).tones)).toBeGreaterThan(0);
  await matched(page);
  await page.getByRole('button', { name: 'Dispatch' }).click();
  await expect(page.getByRole('timer')).toContainText(/^(10:00|9:\d\d) left/);
  await page.getByLabel('Who at the source confirms it?').fill('dispatch 7');
  await page.getByRole('button', { name: 'Confirmed', exact: true }).click();
  await page.getByRole('button', { name: 'The vehicle is contacted' }).click();
  await page.getByLabel('Recovery').check();
  await page.getByRole('button', { name: 'Close the hit' }).click();

  await expect(page.getByText('This hit is closed.')).toBeVisible();
  await expect(page.locator('.course')).toContainText('Confirmed officer-rivera · by dispatch 7');
  await expect(page.locator('.course')).toContainText('Recovery');
});

test('two taps reject a hit', { tag: '@both' }, async ({ page }) => {
  await signIn(page, OFFICER);
  await alertedHit(page);

  await page.getByRole('button', { name: 'Not this one' }).click();
  await page.getByRole('button', { name: 'Wrong vehicle' }).click();

  await expect(page.locator('[data-state="rejected"]')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the open hits' }).click();
  await expect(page.getByRole('heading', { name: 'Open hits' })).toBeVisible();
});

test('a contact before the confirmation is refused and recorded', async ({ page }) => {
  await signIn(page, OFFICER);
  await alertedHit(page);
  await matched(page);

  await page.getByText('The vehicle was contacted before a confirmation').click();
  await page.getByLabel('Why without a confirmation?').fill('The driver stopped in front of the station');
  await page.getByRole('button', { name: 'Record it' }).click();

  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.course')).toContainText('Contact without confirmation: refused and recorded');
  await expect(page.locator('[data-state="image-matched"]')).toBeVisible();
});

test('a search without a purpose says at each field what is missing, and keeps what was typed', { tag: '@both' }, async ({ page }) => {
  await signIn(page, OFFICER);
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByLabel('Plate').fill('9KZX418');

  await page.getByRole('button', { name: 'Search', exact: true }).click();

  for (const field of ['Offence', 'Case or call number', 'Legal basis', 'Outside assignment', 'Why do you search?']) {
    await expect(page.getByLabel(field)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(page.getByLabel('Offence')).toBeFocused();
  await expect(page.getByLabel('Plate')).toHaveValue('9KZX418');
});

test('a search with a purpose finds the read, and its picture is opened row by row', { tag: '@both' }, async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9kzx 418');

  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByRole('button', { name: 'Open the picture' }).first().click();

  await expect(page.getByRole('img', { name: 'The picture of 9KZX418' }).first()).toBeVisible();
});

test('a search by a part of a plate waits for a second person, and is made once they allow it', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX4?8');
  await page.getByRole('button', { name: 'Ask for a second person' }).click();
  await expect(page.getByText('It waits for a chief or a Program Manager')).toBeVisible();
  await page.getByRole('button', { name: 'Make the search now' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: /reads?, the oldest first/ })).toHaveCount(0);

  const waiting = (await (await call('manager-osei', 'GET', '/v1/search-requests')).json()) as { requests: { requestId: string }[] };
  const decision = { approve: true, role: 'program-manager', reason: 'The witness read all but one character' };
  const path = `/v1/search-requests/${waiting.requests.at(-1)?.requestId}/decisions`;
  expect((await call('manager-osei', 'POST', path, decision)).status).toBeLessThan(300);
  await page.getByRole('button', { name: 'Make the search now' }).click();

  await expect(page.getByRole('heading', { name: /reads?, the oldest first/ })).toBeVisible();
});

test('a vague reason is refused at its field', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.getByLabel('Why do you search?').fill('investigation');

  await page.getByRole('button', { name: 'Search', exact: true }).click();

  await expect(page.getByLabel('Why do you search?')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Why do you search?')).toHaveValue('investigation');
});

test('a second person approves what an officer listed', { tag: '@both' }, async ({ page }, { project }) => {
  const plate = project.name === 'phone' ? 'PHN123' : 'DSK123';
  expect((await call(OFFICER, 'POST', '/v1/hot-list-entries', entry(plate, 'Left the place of an accident'))).status).toBe(201);
  await signIn(page, 'manager-osei', 'Program Manager');
  await page.getByRole('link', { name: 'Approvals' }).click();

  await page.getByRole('button', { name: `Approve ${plate}` }).click();

  await expect(page.getByRole('button', { name: `Approve ${plate}` })).toHaveCount(0);
  await page.getByRole('link', { name: 'Hot list' }).click();
  await expect(page.locator('.card', { hasText: plate })).toContainText('Approved by manager-osei');
});

test('an officer lists a plate, and what is missing stands at its field', async ({ page }, { project }) => {
  await signIn(page, OFFICER);
  await page.getByRole('link', { name: 'Hot list' }).click();
  await page.getByText('Add an entry').click();
  await page.getByLabel('Plate').fill(project.name === 'phone' ? 'ADD111' : 'ADD222');
  await page.getByRole('button', { name: 'Add the entry' }).click();
  await expect(page.getByLabel('Expires after')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('State').fill('UNKNOWN');
  await page.getByLabel('Category').selectOption('Be on the lookout');
  await page.getByLabel('Case number').fill('26-000119');
  await page.getByLabel('Expires after').selectOption('8 hours');
  await page.getByLabel('Reason').fill('Seen at three burglaries of this week');
  await page.getByRole('button', { name: 'Add the entry' }).click();

  await expect(page.getByText(/is listed. Ledger entry/)).toBeVisible();
});

test('nothing is asked of the city before a person has said what they work as, and that is kept for them alone', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'chief-ito' }).click();
  await expect(page.getByRole('heading', { name: 'What do you work as?' })).toBeFocused();
  expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);

  await page.getByRole('button', { name: 'Chief', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'chief-ito' }).click();
  await expect(page.getByLabel('Working as')).toHaveValue('chief');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: OFFICER }).click();
  await expect(page.getByRole('heading', { name: 'What do you work as?' })).toBeVisible();
});

test('those who govern see policy, cameras and ledger', async ({ page }) => {
  await signIn(page, 'chief-ito', 'Chief');
  await page.getByRole('link', { name: 'Policy' }).click();
  await page.getByRole('button', { name: 'I have read this policy' }).click();
  await expect(page.getByText('Acknowledged.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(page, 'admin-hale', 'Administrator');
  await page.getByRole('link', { name: 'Cameras' }).click();
  await expect(page.locator('.card', { hasText: 'cam-bridge' })).toContainText('In service');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(page, 'auditor-quist', 'Auditor');
  await page.getByRole('link', { name: 'Reviews' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Weekly reviews' })).toBeVisible();
  await page.getByRole('link', { name: 'Holds' }).click();
  await expect(page.getByText('Nothing is held.').or(page.locator('.card')).first()).toBeVisible();
  await page.getByRole('link', { name: 'Ledger' }).click();
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByRole('region', { name: 'Entries' }).or(page.getByText('No sealed entry fits'))).toBeVisible();
});

test('a hold is placed on a read that a search named, and says at its field what is wrong', async ({ page }) => {
  const found = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { rows: { readId: string }[]; entryId: string };
  await signIn(page, 'records-zhou', 'Records officer');
  await page.getByRole('link', { name: 'Holds' }).click();
  await page.getByText('Place a hold').click();
  await page.getByLabel('Kind').selectOption('Preservation request');
  await page.getByLabel('Case number').fill('26-000117');
  await page.getByLabel('On whose written word?').fill('Letter 7 of the county prosecutor');
  await page.getByLabel('For whom?').fill('prosecution');
  await page.getByLabel('In which role').selectOption('Records officer');
  await page.getByLabel('Its id').fill(found.rows[0]?.readId ?? '');
  await page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(page.getByLabel('Named by')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Named by').fill(found.entryId);
  await page.getByRole('button', { name: 'Place the hold' }).click();

  await expect(page.getByText('Kept for 14 days from now on.')).toBeVisible();
  await expect(page.locator('.card', { hasText: 'Letter 7 of the county prosecutor' })).toContainText('Preservation request');
});

test('a camera is registered, stands on the map, and is not believed from a tap on', async ({ page }) => {
  await signIn(page, 'admin-hale', 'Administrator');
  await page.getByRole('link', { name: 'Cameras' }).click();
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

test('a person sees where they are signed in, and the Program Manager ends the sign-in of a lost phone', async ({ page }) => {
  await call('records-zhou', 'GET', '/v1/holds');
  await signIn(page, OFFICER);
  await page.getByRole('link', { name: 'My entries' }).click();
  await page.getByRole('button', { name: 'Show my sign-ins' }).click();
  await expect(page.locator('[data-session]').first()).toContainText('this page');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await signIn(page, 'manager-osei', 'Program Manager');
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('Whose').fill('records-zhou');
  await page.getByRole('button', { name: 'Show sign-ins' }).click();
  await expect(page.locator('[data-session]').first()).toBeVisible();
  const before = await page.locator('[data-session]').count();
  await page.getByRole('button', { name: 'End this sign-in' }).first().click();

  await expect(page.locator('[data-session]')).toHaveCount(before - 1);
});

test('a plate that a list stops in error is suppressed, and what is wrong stands at its field', async ({ page }) => {
  await signIn(page, 'records-zhou', 'Records officer');
  await page.getByRole('link', { name: 'Stopped in error' }).click();
  await page.getByText('Suppress a plate', { exact: true }).click();
  await page.getByLabel('Plate').fill('4NME229');
  await page.getByLabel('State').fill('CA');
  await page.getByLabel('Which list is wrong?').fill('custom');
  await page.getByLabel('Case number').fill('26-000119');
  await page.getByLabel('Until').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel('Why is the record wrong?').fill('Recovered in May; the record was not cleared');
  await page.getByRole('button', { name: 'Suppress the plate' }).click();
  await expect(page.getByLabel('Which list is wrong?')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Which list is wrong?').fill('ncic');
  await page.getByRole('button', { name: 'Suppress the plate' }).click();
  await expect(page.getByText(/4NME229 is suppressed\. Ledger entry/)).toBeVisible();
  await page.locator('.card', { hasText: '4NME229' }).getByRole('button', { name: 'End it now' }).click();

  await expect(page.locator('.card', { hasText: '4NME229' })).toHaveCount(0);
});

test('the Program Manager audits the entries by author and age, and what is missing stands at its field', async ({ page }) => {
  await call(OFFICER, 'POST', '/v1/hot-list-entries', entry('5AUD117', 'Seen leaving the scene'));
  await signIn(page, 'manager-osei', 'Program Manager');
  await page.getByRole('link', { name: 'Audits' }).click();
  await expect(page.locator(`[data-author="${OFFICER}"]`)).toContainText('5AUD117');

  await page.getByLabel('What was found').fill('All are still sought');
  await page.getByRole('button', { name: 'Enter the audit' }).click();
  await expect(page.getByLabel('How many are questioned?')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('What was found')).toHaveValue('All are still sought');
  await page.getByLabel('How many are questioned?').fill('0');
  await page.getByRole('button', { name: 'Enter the audit' }).click();

  await expect(page.getByText(/Audited\. Ledger entry [a-z2-7]{26}/)).toBeVisible();
  await expect(page.getByText(/The next audit is due/)).toBeVisible();
});

test('the rows of a search are saved as CSV, with the proof that the search was entered', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const saved = new Map<string, string>();
  page.on('download', async (download) => saved.set(download.suggestedFilename(), readFileSync(await download.path(), 'utf8')));

  // A search is proved once the ledger has sealed it, within a minute.
  await expect(async () => {
    await page.getByRole('button', { name: 'Download these rows as CSV' }).click();
    await expect(page.getByText('has not sealed this search yet')).toHaveCount(0, { timeout: 2_000 });
    expect(saved.size).toBe(2);
  }).toPass({ timeout: 85_000, intervals: [3_000] });

  const [csv = '', proof = ''] = ['.csv', '.proof.json'].map((end) => [...saved].find(([name]) => name.endsWith(end))?.[1] ?? '');
  const receipt = JSON.parse(proof) as { entryId: string; proof: string };
  expect(csv).toContain(`,${receipt.entryId},`);
  expect(csv).toContain('9KZX418');
  expect(receipt.proof).toContain('c2sp.org/tlog-proof@v1');
});

test('the page proves by itself that the ledger has what it did', async ({ page }) => {
  await signIn(page, OFFICER);
  await page.getByRole('link', { name: 'My entries' }).click();
  const check = page.getByRole('button', { name: 'Check that the ledger has them' });

  // An entry is sealed within a minute.
  await expect(async () => {
    await check.click();
    await expect(page.locator('[data-standing="sealed"]').first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000, intervals: [5_000] });

  await expect(page.locator('[data-standing="refuted"]')).toHaveCount(0);
  await page.route('**/v1/ledger/proofs/*', (route) => route.abort());
  await check.click();
  await expect(page.locator('[data-standing="unreachable"]').first()).toBeVisible();
});

test('an officer who is shut out in the middle of a search gets no row', async ({ page }) => {
  await signIn(page, 'officer-lund');
  await fillSearch(page, '9KZX418');
  expect((await call('manager-osei', 'POST', '/v1/people/officer-lund/revocations')).status).toBe(201);

  await page.getByRole('button', { name: 'Search', exact: true }).click();

  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
  await expect(page.getByText('9KZX418')).toBeHidden();
  const again = {
    personId: 'officer-lund', agency: 'Springfield Police Department', ori: 'XX0000000', roles: ['operator'],
    trainedUntil: new Date(Date.now() + 300 * 86_400_000).toISOString(),
  };
  expect((await call('manager-osei', 'POST', '/v1/people', again)).status).toBe(201);
});
