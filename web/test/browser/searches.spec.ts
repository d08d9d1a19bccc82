import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { call, fillSearch, OFFICER, open, signIn } from './person.ts';

/** Searches by plate: none without a purpose, and what comes of one. */

test('a search without a purpose says at each field what is missing, and keeps what was typed', { tag: '@both' }, async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'Search');
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

test('an officer says what a picture shows, and a search for that finds the read', async ({ page }) => {
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const card = page.getByRole('region', { name: 'What was found' }).locator('.card').first();
  await card.getByText('The picture shows something else').click();
  await card.getByRole('button', { name: 'Say what it shows' }).click();
  await expect(card.getByLabel('How do you know?')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('How do you know?').fill('The last character is a 9');
  await card.getByRole('button', { name: 'Say what it shows' }).click();
  await expect(card.getByLabel('What the picture shows')).toHaveAttribute('aria-invalid', 'true');

  await card.getByLabel('What the picture shows').fill('9KZX419');
  await card.getByRole('button', { name: 'Say what it shows' }).click();

  await expect(card.getByText('It stands beside the read.')).toBeVisible();
  await expect(card).toContainText('officer-rivera sees 9KZX419: “The last character is a 9”');
  await fillSearch(page, '9KZX419');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('region', { name: 'What was found' }).locator('.card').first()).toContainText('officer-rivera sees 9KZX419');
});
