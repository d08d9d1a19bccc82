import { expect, test } from '@playwright/test';
import { OFFICER, open } from './person.ts';

/** Who is alerted while the app is closed, where, of what, and when not. */

test('an officer is alerted by telephone of what they choose, and what is wrong stands at its field', async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'Alerts');
  await page.getByText('Another address, or only some alerts').click();
  await page.getByLabel('Where').selectOption('My telephone');
  await page.getByLabel('Number').fill('555 0100');
  await page.getByLabel('Stolen vehicle').check();
  await page.getByLabel('Zones').fill('north');
  await page.getByLabel('Quiet from').fill('22:00');
  await page.getByRole('button', { name: 'Send alerts there' }).click();
  await expect(page.getByLabel('Number')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Quiet to')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Stolen vehicle')).toBeChecked();

  await page.getByLabel('Number').fill('+1 217 555-0142');
  await page.getByLabel('Quiet to').fill('06:00');
  await page.getByRole('button', { name: 'Send alerts there' }).click();

  await expect(page.getByText('A code was sent there')).toBeVisible();
  const card = page.locator('.card', { hasText: 'Telephone ending in 42' });
  await expect(card).toContainText('waits for its code');
  await expect(card).toContainText('Stolen vehicle, zones north, quiet from 22:00 to 06:00');
  await card.getByLabel('Code that was sent').fill('00000000');
  await card.getByRole('button', { name: 'Confirm' }).click();
  await expect(card.getByLabel('Code that was sent').or(card.getByRole('alert')).first()).toBeVisible();
  await expect(card).toContainText('waits for its code');
  await card.getByRole('button', { name: 'End it' }).click();
  await expect(card).toHaveCount(0);
});

test('the Program Manager names a system of the city, and is shown once what signs its calls', async ({ page }) => {
  await open(page, 'manager-osei', 'Program Manager', 'Alerts');
  await page.getByText('Send alerts to a system of the city').click();
  await page.getByLabel('Address').fill('http://dispatch.example/alerts');
  await page.getByRole('button', { name: 'Send alerts there' }).click();
  await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Address').fill(`${process.env['PASSBY_API']}/stand-in/webhook`);
  await page.getByRole('button', { name: 'Send alerts there' }).click();

  await expect(page.getByText(/Its calls are signed with whsec_[A-Za-z0-9+/]{43}=\. This is not shown again/)).toBeVisible();
  const card = page.locator('.card', { hasText: '/stand-in/webhook' });
  await expect(card).toContainText('All alerts, all zones');
  await card.getByRole('button', { name: 'End it' }).click();
  await expect(card).toHaveCount(0);
});
