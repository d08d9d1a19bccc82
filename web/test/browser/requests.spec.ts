import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { call, fillPurpose, OFFICER, open, searchFor } from './person.ts';

/** What the records officer gives to others, and who lets them. */

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

test('a hold is placed on a read that a search named, and says at its field what is wrong', async ({ page }) => {
  const found = (await (await call(OFFICER, 'POST', '/v1/searches', searchFor('9KZX418'))).json()) as { rows: { readId: string }[]; entryId: string };
  await open(page, 'records-zhou', 'Records officer', 'Holds');
  await page.getByText('Place a hold').click();
  // Holds that are there can be renewed, by fields of the same names.
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Place the hold' }) });
  await page.getByLabel('Kind').selectOption('Preservation request');
  await page.getByLabel('Case number').fill('26-000117');
  await page.getByLabel('On whose written word?').fill('Letter 7 of the county prosecutor');
  await page.getByLabel('For whom?').fill('prosecution');
  await form.getByLabel('In which role').selectOption('Records officer');
  await page.getByLabel('Its id').fill(found.rows[0]?.readId ?? '');
  await page.getByRole('button', { name: 'Place the hold' }).click();
  await expect(page.getByLabel('Named by')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Named by').fill(found.entryId);
  await page.getByRole('button', { name: 'Place the hold' }).click();

  await expect(page.getByText('Kept for 14 days from now on.')).toBeVisible();
  await expect(page.locator('.card', { hasText: 'Letter 7 of the county prosecutor' })).toContainText('Preservation request');
});
