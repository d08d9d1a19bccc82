import { expect, test } from '@playwright/test';
import { alertedHit, matched, OFFICER, signIn } from './person.ts';

/** What an officer does with a hit, from the alarm to its end. */

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
