import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { call, open, RECEIPT } from './person.ts';

/** Lists of other agencies, from the proposal to what became of a file. */

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
