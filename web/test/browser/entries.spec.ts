import { expect, test } from '@playwright/test';
import { call, entry, OFFICER, open } from './person.ts';

/** The city's own hot list: who adds, changes, approves, audits and ends an entry. */

test('a second person approves what an officer listed', { tag: '@both' }, async ({ page }, { project }) => {
  const plate = project.name === 'phone' ? 'PHN123' : 'DSK123';
  expect((await call(OFFICER, 'POST', '/v1/hot-list-entries', entry(plate, 'Left the place of an accident'))).status).toBe(201);
  await open(page, 'manager-osei', 'Program Manager', 'Approvals');

  await page.getByRole('button', { name: `Approve ${plate}` }).click();

  await expect(page.getByRole('button', { name: `Approve ${plate}` })).toHaveCount(0);
  await page.getByRole('link', { name: 'Hot list' }).click();
  await expect(page.locator('.card', { hasText: plate })).toContainText('Approved by manager-osei');
});

test('an officer lists a plate, and what is missing stands at its field', async ({ page }, { project }) => {
  await open(page, OFFICER, 'Officer', 'Hot list');
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

test('the Program Manager audits the entries by author and age, and what is missing stands at its field', async ({ page }) => {
  await call(OFFICER, 'POST', '/v1/hot-list-entries', entry('5AUD117', 'Seen leaving the scene'));
  await open(page, 'manager-osei', 'Program Manager', 'Audits');
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

test('a plate that a list stops in error is suppressed, and what is wrong stands at its field', async ({ page }) => {
  await open(page, 'records-zhou', 'Records officer', 'Stopped in error');
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

test('a vehicle without a plate is listed by what it looks like, and too little is said at its place', async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'Hot list');
  await page.getByText('Add an entry').click();
  await page.getByLabel('State').fill('UNKNOWN');
  await page.getByLabel('Category').selectOption('Amber alert');
  await page.getByLabel('Case number').fill('26-000120');
  await page.getByLabel('Expires after').selectOption('8 hours');
  await page.getByLabel('Reason').fill('Child taken from the park by a stranger');
  await page.getByText('The vehicle, where it is known').click();
  await page.getByLabel('Colour').fill('RED');
  await page.getByRole('button', { name: 'Add the entry' }).click();
  await expect(page.getByText(/missing or wrong; /)).toBeVisible();
  await expect(page.getByLabel('Colour')).toHaveValue('RED');

  await page.getByLabel('Make').fill('FORD');
  await page.getByRole('button', { name: 'Add the entry' }).click();

  await expect(page.getByText('The vehicle is listed. Ledger entry')).toBeVisible();
  await expect(page.getByLabel('Reason')).toHaveValue('');
  await expect(page.locator('.card', { hasText: 'Child taken from the park' })).toContainText('RED FORD');
});
