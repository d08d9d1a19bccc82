import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call, OFFICER } from './person.ts';

function address(): string {
  return new URL('/public/', process.env['PASSBY_APP']).href;
}

/** An entry is sealed within a minute, and public at once in this city. */
async function openSealed(page: Page): Promise<void> {
  await call(OFFICER, 'POST', '/v1/searches', { plate: '9KZX418' });
  await expect(async () => {
    await page.goto(address());
    await expect(page.locator('[data-figure="searches_refused"] strong')).not.toHaveText('0', { timeout: 2_000 });
  }).toPass({ timeout: 85_000, intervals: [2_000] });
}

test.describe.configure({ timeout: 120_000 });

test('a visitor sees signed figures that their own browser counted again from the verified ledger', { tag: '@both' }, async ({ page, context }) => {
  await openSealed(page);

  await expect(page.getByText(/Verified in your browser: \d+ entries of springfield\/ledger/)).toBeVisible();
  await expect(page.getByText(/^UNWITNESSED/)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.getByText(/Comprobado en su navegador/)).toBeVisible();
  if (process.env['PASSBY_SCREENSHOTS'] !== '1' || test.info().project.name !== 'phone') return;
  await page.getByRole('button', { name: 'English' }).click();
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await page.screenshot({ path: `../docs/web/public-${width}.jpg`, type: 'jpeg', quality: 60 });
  }
});

test('one camera that is changed in the data, and no number is shown', async ({ page }) => {
  await openSealed(page);
  await page.route('**/public/v1/cameras.geojson', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('in-service', 'retired') });
  });

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('cameras.geojson is not the file that was signed');
});

test('the rules that are in force stand there in words of both languages, and one that is changed is refused', async ({ page }) => {
  await openSealed(page);
  const rules = page.locator('.rules');
  await expect(page.getByRole('heading', { name: 'The rules that are in force' })).toBeVisible();
  await expect(rules).toContainText(/A car that nobody looks for\s*Forgotten after \d+ days\./);
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(rules).toContainText(/Un vehículo que nadie busca\s*Se olvida a los \d+ días\./);
  await page.route('**/public/v1/policy.json', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"nonHitRetention":"', '"nonHitRetention":"1') });
  });

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('policy.json is not the file that was signed');
  await expect(rules).toHaveCount(0);
});

test('one outcome that is changed in the ledger, and no number is shown', async ({ page }) => {
  await openSealed(page);
  await page.route('**/log/tile/entries/**', async (route) => {
    const answer = await route.fetch();
    const body = Buffer.from((await answer.body()).toString('latin1').replace('"outcome":"refused"', '"outcome":"granted"'), 'latin1');
    await route.fulfill({ response: answer, body });
  });

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('Not verified. No number is shown');
  await expect(page.locator('[data-figure]')).toHaveCount(0);
});

test('one number that is changed in the data, and no number is shown', async ({ page }) => {
  await openSealed(page);
  await page.route('**/public/v1/daily.csv', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/(\d+)(\r\n)$/, '9$1$2') });
  });

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('daily.csv is not the file that was signed');
  await expect(page.locator('[data-figure]')).toHaveCount(0);
});

test('changes of the rules, cameras and lists stand there, and the files beside them', async ({ page }) => {
  await openSealed(page);

  await expect(page.getByText(/A camera was registered/).first()).toBeVisible();
  await expect(page.locator('[data-camera]').first()).toContainText('in service');
  await expect(page.getByRole('img', { name: /Places of the cameras/ })).toBeVisible();
  await expect(page.getByText('Weekly reviews of the ledger: 0 approved, 0 missed.')).toBeVisible();
  await expect(page.getByText('This city takes no list of another agency.').or(page.getByRole('region', { name: 'Lists of other agencies' }))).toBeVisible();
  await expect(page.getByText('Nobody outside has asked for reads.').or(page.getByRole('region', { name: 'Requests from outside' }))).toBeVisible();
  const feed = await page.request.get(new URL('v1/changes.atom', address()).href);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('A camera was registered');
  const [daily] = await Promise.all([page.waitForResponse('**/public/v1/daily.csv'), page.goto(address())]);
  expect(daily.headers()['content-type']).toContain('text/csv');
  await expect(page.getByRole('link', { name: 'LICENSE.txt' })).toBeVisible();
});

test('a checkpoint of another key is refused', async ({ page }) => {
  await openSealed(page);
  await page.route('**/log/checkpoint', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replace(/^time .*$/m, 'time 2030-01-01T00:00:00Z');
    await route.fulfill({ response: answer, body });
  });

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('is not signed by this key');
});

test('a ledger that does not answer gives no numbers', async ({ page }) => {
  await page.route('**/log/checkpoint', (route) => route.fulfill({ status: 503 }));

  await page.goto(address());

  await expect(page.getByRole('alert')).toContainText('could not be read now');
});

test('the public page is at most 150 KB compressed', () => {
  const site = 'target/site/public';
  const files = ['index.html', ...readdirSync(join(site, 'assets')).map((name) => `assets/${name}`)];

  expect(files.reduce((sum, name) => sum + gzipSync(readFileSync(join(site, name))).length, 0)).toBeLessThanOrEqual(150 * 1024);
});
