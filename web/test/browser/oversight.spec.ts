import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { day, open, RECEIPT } from './person.ts';

/** What auditors and those who govern watch. */

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

test('each entry of a sample is opened in the ledger, and proved to be at its place', async ({ page }) => {
  const week = { week: '2026-W47', state: 'drawn', dueAt: new Date(Date.now() + 86_400_000).toISOString(), missed: false, missedEntryId: null, commitment: null, draw: 'x', samples: [1, 999_999_999], questioned: null, reportEntryId: null, approvalEntryId: null };
  await page.route('**/v1/reviews', (route) => route.fulfill({ json: { reviews: [week], ...RECEIPT } }));
  await open(page, 'auditor-quist', 'Auditor', 'Reviews');
  await page.getByRole('button', { name: 'Open entry 999999999' }).click();
  await expect(page.getByText('Entry 999999999 could not be found in the public log.')).toBeVisible();

  // This city publishes what it sealed at once, and seals once a minute.
  await expect(async () => {
    await page.getByRole('button', { name: 'Open entry 1', exact: true }).click();
    await expect(page.getByText('This page proved that the entry is in the log')).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 80_000, intervals: [4_000] });

  await expect(page.getByRole('region', { name: 'One entry' }).locator('.fields > div').first()).toHaveText('Number1');
});
