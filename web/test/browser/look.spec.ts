import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { busyCity } from './busy.ts';
import { alertedHit, fillPurpose, fillSearch, OFFICER, open, signIn } from './person.ts';
import { twoSamples } from './samples.ts';

/** With PASSBY_SCREENSHOTS=1 the pictures of docs/web are made anew; the checks run either way. */
const FOLDER = '../docs/web';
const ALL_WIDTHS = [360, 768, 1280];
/** What is looked at most is kept at every width, what is worked with on a desk at two, and everything on a phone. */
const KEPT: Record<string, readonly number[]> = {
  hits: ALL_WIDTHS, hit: ALL_WIDTHS, search: ALL_WIDTHS, approvals: ALL_WIDTHS, cameras: ALL_WIDTHS, 'by-camera': [360, 1280], sample: [360, 1280],
  retention: [360, 1280], requests: [360, 1280], holds: [360, 1280], lists: [360, 1280], ledger: [360, 1280], policy: [360, 1280], people: [360, 1280],
};
const FIRST_VIEW_BYTES = 150 * 1024;

async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(true);
  if (process.env['PASSBY_SCREENSHOTS'] !== '1' || test.info().project.name !== 'phone') return;
  mkdirSync(FOLDER, { recursive: true });
  for (const width of KEPT[name] ?? [360]) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.jpg`), type: 'jpeg', quality: 50, animations: 'disabled' });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}

/** A part with something done in it before it is looked at. */
type Look = readonly [part: string, name: string, before?: (page: Page) => Promise<unknown>];

const unfold = (words: string) => (page: Page) => page.getByText(words, { exact: true }).first().click();

const LOOKS: readonly (readonly [person: string, duty: string, looks: readonly Look[]])[] = [
  [OFFICER, 'Officer', [
    ['My plates', 'my-plates'],
    ['Hot list', 'hot-list'],
    ['Hot list', 'new-entry', unfold('Add an entry')],
    ['Alerts', 'alerts', unfold('Another address, or only some alerts')],
    ['My entries', 'my-entries', (page) => page.getByRole('button', { name: 'Show my sign-ins' }).click()],
  ]],
  ['manager-osei', 'Program Manager', [
    ['Approvals', 'approvals'],
    ['Lists', 'lists'],
    ['Stopped in error', 'stopped-in-error'],
    ['Audits', 'audits'],
    ['Holds', 'holds'],
    ['Holds', 'new-hold', unfold('Place a hold')],
    ['Misreads', 'misreads'],
    ['Conduct', 'conduct'],
    ['Duty hours', 'duty-hours'],
    ['People', 'people'],
    ['Policy', 'policy'],
    ['Ledger', 'ledger', (page) => page.getByRole('button', { name: 'Read', exact: true }).click()],
  ]],
  ['admin-hale', 'Administrator', [
    ['Second factors', 'second-factors'],
    ['Cameras', 'cameras'],
    ['Cameras', 'new-camera', unfold('Register a camera')],
    ['Cameras', 'camera-captions', async (page) => {
      await unfold('Where it writes into its frames')(page);
      await page.getByRole('button', { name: 'Add a zone' }).first().click();
    }],
    ['Lists', 'new-list', unfold('Propose a list')],
  ]],
  ['records-zhou', 'Records officer', [
    ['Samples', 'sample'],
    ['Samples', 'test-drive', async (page) => {
      await unfold('Enter a test drive (where no reads are stored)')(page);
      await page.getByLabel('Reader').scrollIntoViewIfNeeded();
    }],
    ['Requests', 'requests'],
    ['Requests', 'new-request', unfold('File a request (records officer)')],
    ['Retention', 'retention'],
    ['Disclosures', 'disclosures'],
  ]],
  ['auditor-quist', 'Auditor', [['Decoys', 'decoys', (page) => page.getByLabel('Let it stand among').check()], ['Reviews', 'reviews', unfold('Commit to a number of your own for this week (auditor)')]]],
];

for (const [person, duty, looks] of LOOKS) {
  test(`what is shown to one who works as ${duty} can be read by everybody, and is no wider than the screen`, { tag: '@both' }, async ({ page }) => {
    test.setTimeout(300_000);
    await busyCity();
    await twoSamples(page);
    await signIn(page, person, duty);
    for (const [part, name, before] of looks) {
      // Left and entered anew, so that nothing of the look before is open.
      await page.getByRole('link', { name: 'My entries' }).click();
      await page.getByRole('link', { name: part, exact: true }).click();
      await expect(page.getByRole('link', { name: part, exact: true })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/Asking the city|Loading the picture/)).toHaveCount(0);
      await before?.(page);
      await look(page, name);
    }
  });
}

test('what an officer has before them in the street can be read by everybody, and is no wider than the screen', { tag: '@both' }, async ({ page }) => {
  test.setTimeout(180_000);
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
  await page.getByLabel('Case or call number').fill('26-000117');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await page.getByText('The picture shows something else').first().click();
  await page.getByRole('heading', { name: /reads?, the oldest first/ }).scrollIntoViewIfNeeded();
  await look(page, 'found');
  await page.getByRole('link', { name: 'By camera' }).click();
  const [box, ids] = [page.getByRole('checkbox', { name: 'Main Street bridge' }), page.getByRole('textbox', { name: 'Cameras' })];
  await expect(box.or(ids)).toBeVisible();
  await ((await box.count()) === 1 ? box.check() : ids.fill('cam-bridge'));
  await fillPurpose(page);
  await page.getByRole('button', { name: 'Search these cameras' }).click();
  await expect(page.getByRole('heading', { name: /reads? at 1 camera/ })).toBeVisible();
  await page.getByRole('heading', { name: /reads? at 1 camera/ }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Open this read' }).first().scrollIntoViewIfNeeded();
  await look(page, 'by-camera');
});

test('what is typed of a plate stands beside its picture, and both are in sight on a phone', async ({ page }) => {
  await twoSamples(page);
  await open(page, 'records-zhou', 'Records officer', 'Samples');
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
