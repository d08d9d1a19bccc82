import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { alertedHit, fillPurpose, fillSearch, OFFICER, signIn } from './person.ts';
import { twoSamples } from './samples.ts';

/** With PASSBY_SCREENSHOTS=1 the pictures of docs/web are made anew; the checks run either way. */
const FOLDER = '../docs/web';
const ALL_WIDTHS = [360, 768, 1280];
const ENDS = [360, 1280];
/** The views whose pictures are kept, and how wide; all views are checked. */
const KEPT: Record<string, readonly number[]> = {
  hits: ALL_WIDTHS, hit: ALL_WIDTHS, search: ALL_WIDTHS, approvals: ALL_WIDTHS, cameras: ALL_WIDTHS,
  'by-camera': ENDS, sample: ENDS, retention: ENDS,
};
const FIRST_VIEW_BYTES = 150 * 1024;

async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  if (process.env['PASSBY_SCREENSHOTS'] !== '1' || test.info().project.name !== 'phone') return;
  mkdirSync(FOLDER, { recursive: true });
  for (const width of KEPT[name] ?? []) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.jpg`), type: 'jpeg', quality: 55, animations: 'disabled' });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

test('every view can be read by everybody, and nothing is wider than the screen', { tag: '@both' }, async ({ page }) => {
  // Twenty-one views, each looked at by axe, and some photographed at up to three sizes.
  test.setTimeout(350_000);
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await look(page, 'sign-in');
  await signIn(page, OFFICER);
  await expect(page.locator('.card').first()).toBeVisible();
  await look(page, 'hits');
  await alertedHit(page);
  await expect(page.getByRole('button', { name: 'Plate and state agree' })).toBeEnabled();
  await look(page, 'hit');
  await fillSearch(page, '9KZX418');
  await page.getByLabel('Case or call number').fill('');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByLabel('Case or call number')).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'search');
  await page.getByRole('link', { name: 'By camera' }).click();
  const [box, ids] = [page.getByRole('checkbox', { name: 'Main Street bridge' }), page.getByRole('textbox', { name: 'Cameras' })];
  await expect(box.or(ids)).toBeVisible();
  await ((await box.count()) === 1 ? box.check() : ids.fill('cam-bridge'));
  await fillPurpose(page);
  await page.getByRole('button', { name: 'Search these cameras' }).click();
  await expect(page.getByRole('heading', { name: /reads? at 1 camera/ })).toBeVisible();
  await look(page, 'by-camera');
  await page.getByRole('link', { name: 'My plates' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My plates' })).toBeVisible();
  await look(page, 'my-plates');
  await page.getByRole('link', { name: 'Hot list' }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await look(page, 'hot-list');
  await page.getByRole('link', { name: 'Alerts' }).click();
  await expect(page.getByText('Asking the city')).toHaveCount(0);
  await look(page, 'alerts');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'manager-osei', 'Program Manager');
  for (const part of ['Approvals', 'Lists', 'Stopped in error', 'Audits', 'Holds', 'Reviews', 'Conduct', 'Duty hours', 'People', 'Cameras', 'Policy', 'Ledger', 'My entries']) {
    await page.getByRole('link', { name: part }).click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(part, 'i') })).toBeVisible();
    await expect(page.getByText('Asking the city')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await look(page, part.toLowerCase().replace(' ', '-'));
  }
});

test('what records officers and auditors alone have can be read by everybody, and is no wider than the screen', { tag: '@both' }, async ({ page }) => {
  test.setTimeout(180_000);
  await twoSamples(page);
  await signIn(page, 'records-zhou', 'Records officer');
  for (const [part, heading, name] of [['Samples', 'Samples', 'sample'], ['Requests', 'Written requests', 'requests'], ['Misreads', 'Misreads', 'misreads'], ['Retention', 'Retention', 'retention'], ['Disclosures', 'Disclosures', 'disclosures']] as const) {
    await page.getByRole('link', { name: part }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText(/Asking the city|Loading the picture/)).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await look(page, name);
  }
  await page.getByLabel('Working as').selectOption('Auditor');
  await page.getByRole('link', { name: 'Decoys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Decoys' })).toBeVisible();
  await look(page, 'decoys');
});

test('what is typed of a plate stands beside its picture, and both are in sight on a phone', async ({ page }) => {
  await twoSamples(page);
  await signIn(page, 'records-zhou', 'Records officer');
  await page.getByRole('link', { name: 'Samples' }).click();
  await page.getByLabel('What is on the plate?').focus();

  await expect(page.getByRole('img', { name: 'The picture of the plate' })).toBeInViewport({ ratio: 0.8 });
  await expect(page.getByLabel('What is on the plate?')).toBeInViewport();
});

test('the part that is open stands in sight among its neighbours, however one came there', async ({ page }) => {
  await signIn(page, 'manager-osei', 'Program Manager');
  await expect(page.getByRole('link', { name: 'Ledger' })).not.toBeInViewport();

  await page.evaluate(() => (location.hash = '#/ledger'));

  await expect(page.getByRole('link', { name: 'Ledger' })).toBeInViewport();
});

test('everything is reached by the keyboard alone', async ({ page }) => {
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: OFFICER }).press('Enter');
  await page.getByRole('button', { name: 'Officer', exact: true }).press('Enter');
  await page.getByRole('link', { name: 'Search' }).press('Enter');

  await page.getByRole('button', { name: 'Search', exact: true }).press('Enter');

  await expect(page.getByLabel('Plate')).toBeFocused();
});

test('the first view is at most 150 KB compressed', () => {
  const site = 'target/site/app';
  const first = ['index.html', ...readdirSync(join(site, 'assets')).map((name) => `assets/${name}`)];

  const bytes = first.reduce((sum, name) => sum + gzipSync(readFileSync(join(site, name))).length, 0);

  expect(bytes).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
});
