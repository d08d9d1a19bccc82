import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { call, OFFICER, open, searchFor } from './person.ts';

/** The ledger as people of the city read it, and prove it on their own page. */

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

test('the page proves by itself that the ledger has what it did', async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'My entries');
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

/** Asks until the ledger has sealed what just happened, within a minute. */
async function lookedUp(page: Page, entryId: string, words: string): Promise<Locator> {
  const one = page.getByRole('region', { name: 'One entry' });
  await one.getByLabel('Its id').fill(entryId);
  await expect(async () => {
    await one.getByRole('button', { name: 'Look it up' }).click();
    await expect(one.getByText(words)).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 80_000, intervals: [5_000] });
  return one;
}

test('one entry is looked up by its id, and the page proves by itself that the log has it', async ({ page }) => {
  const { entryId } = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { entryId: string };
  await open(page, 'auditor-quist', 'Auditor', 'Ledger');
  await page.getByRole('button', { name: 'Look it up' }).click();
  await expect(page.getByLabel('Its id')).toHaveAttribute('aria-invalid', 'true');

  const one = await lookedUp(page, entryId, 'This page proved that the entry is in the log');

  await expect(one.locator('.fields')).toContainText('26-000117');
  const [saved] = await Promise.all([page.waitForEvent('download'), one.getByRole('button', { name: 'Save what proves it' }).click()]);
  const receipt = JSON.parse(readFileSync(await saved.path(), 'utf8')) as Record<string, string>;
  expect(receipt['entryId']).toBe(entryId);
  expect(receipt['leafHash']).toMatch(/^[0-9a-f]{64}$/);
  expect(receipt['proof']).toContain('c2sp.org/tlog-proof@v1');
});

test('an entry that was changed on its way, or is another one, is called refuted', async ({ page }) => {
  const { entryId } = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { entryId: string };
  let changed = (entry: string) => entry.replace('"outcome":"done"', '"outcome":"refused"');
  await page.route(/\/v1\/ledger\/[a-z2-7]{26}$/, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { entry?: string };
    await route.fulfill({ response: answer, json: body.entry === undefined ? body : { ...body, entry: changed(body.entry) } });
  });
  await open(page, 'auditor-quist', 'Auditor', 'Ledger');
  const one = await lookedUp(page, entryId, 'This is NOT an entry of the log');
  await expect(one.getByRole('button', { name: 'Save what proves it' })).toHaveCount(0);

  changed = (entry) => entry.replace(entryId, 'b'.repeat(26));

  await lookedUp(page, entryId, 'This is NOT an entry of the log');
});
