import { expect, type Page, test } from '@playwright/test';
import { alertedHit, fillPurpose, OFFICER, signIn } from './person.ts';

/** Searches by camera or area: no plates before a row is opened, and silence is told. */

const MAP = {
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', id: 'cam-bridge', geometry: { type: 'Point', coordinates: [-89.01, 39.995] }, properties: { name: 'Main Street bridge, inbound', zone: 'centre', state: 'in-service', direction: 180 } },
    { type: 'Feature', id: 'cam-elm-1st', geometry: { type: 'Point', coordinates: [-89.0007, 40.0012] }, properties: { name: 'Elm Street at 1st Avenue', zone: 'north', state: 'in-service', direction: 90 } },
    { type: 'Feature', id: 'cam-patrol-7', geometry: null, properties: { name: 'Patrol car 7, front', zone: 'south', state: 'in-service' } },
    { type: 'Feature', id: 'cam-old', geometry: null, properties: { name: 'Old Mill', zone: 'south', state: 'retired' } },
  ],
};

async function open(page: Page): Promise<void> {
  await signIn(page, OFFICER);
  await page.getByRole('link', { name: 'By camera' }).click();
}

test('a search by camera answers without plates, and each row is opened by itself', { tag: '@both' }, async ({ page }) => {
  await page.route('**/public/v1/cameras.geojson', (route) => route.fulfill({ json: MAP }));
  await signIn(page, OFFICER);
  await alertedHit(page);
  await page.getByRole('link', { name: 'By camera' }).click();
  await expect(page.locator('.map circle')).toHaveCount(2);
  await expect(page.getByText('Old Mill')).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Main Street bridge' }).check();
  await fillPurpose(page);
  await page.getByRole('button', { name: 'Search these cameras' }).click();
  const seen = page.getByRole('region', { name: 'What was seen' });
  await expect(seen.getByRole('heading', { name: /reads? at 1 camera/ })).toBeVisible();
  await expect(seen.locator('.plate')).toHaveCount(0);
  await expect(seen.getByRole('img', { name: /^cam-bridge: \d+ reads? in the window$/ })).toBeVisible();
  const row = seen.locator('.card').last();

  await row.getByRole('button', { name: 'Open this read' }).click();

  await expect(row.locator('.plate')).toHaveText(/[A-Z0-9]+/);
  await expect(seen.locator('.plate')).toHaveCount(1);
  await row.getByRole('button', { name: 'Open the picture' }).click();
  await expect(row.getByRole('img')).toBeVisible();
});

test('cameras that read nothing are named, so that nobody takes a broken one for an empty street', async ({ page }) => {
  await page.route('**/public/v1/cameras.geojson', (route) => route.abort());
  await open(page);
  await page.getByLabel('Cameras').fill('cam-patrol-7, cam-elm-1st');
  const early = new Date(Date.now() - 30 * 3_600_000 - new Date().getTimezoneOffset() * 60_000).toISOString();
  await page.getByLabel('From').fill(`${early.slice(0, 14)}00`);
  await page.getByLabel('To', { exact: true }).fill(`${early.slice(0, 14)}59`);
  await fillPurpose(page);

  await page.getByRole('button', { name: 'Search these cameras' }).click();

  await expect(page.getByText('cam-patrol-7 read nothing in this window: it was broken, or its street was empty.')).toBeVisible();
  await expect(page.getByText('cam-elm-1st read nothing in this window')).toBeVisible();
});

test('what is missing of a search by camera stands at its field, and what was typed stays', async ({ page }) => {
  await page.route('**/public/v1/cameras.geojson', (route) => route.fulfill({ json: MAP }));
  await open(page);
  await page.getByLabel('Case or call number').fill('26-000117');

  await page.getByRole('button', { name: 'Search these cameras' }).click();

  await expect(page.getByRole('checkbox').first()).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Why do you search?')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Case or call number')).toHaveValue('26-000117');
});

test('of many cameras those with a name are shown, and what was chosen before stays chosen', async ({ page }) => {
  const features = Array.from({ length: 40 }, (_, at) => ({ ...MAP.features[2], id: `cam-${at}`, properties: { name: `Oak Street ${at}`, zone: at < 20 ? 'north' : 'south', state: 'in-service' } }));
  await page.route('**/public/v1/cameras.geojson', (route) => route.fulfill({ json: { ...MAP, features } }));
  await open(page);
  await page.getByRole('checkbox', { name: 'Oak Street 7, north' }).check();

  await page.getByLabel('Show those with').fill('SOUTH');

  await expect(page.getByRole('group', { name: 'Cameras' }).getByRole('checkbox')).toHaveCount(20);
  await page.getByLabel('Show those with').fill('');
  await expect(page.getByRole('checkbox', { name: 'Oak Street 7, north' })).toBeChecked();
});

test('a circle that is no place is said at its fields', async ({ page }) => {
  await open(page);
  await page.getByLabel('Where').selectOption('In a circle');
  await page.getByLabel('Latitude').fill('north of the bridge');
  await page.getByLabel('Longitude').fill('-89.01');
  await page.getByLabel('Metres around it').fill('90000');
  await fillPurpose(page);

  await page.getByRole('button', { name: 'Search these cameras' }).click();

  await expect(page.getByLabel('Latitude')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Metres around it')).toHaveAttribute('aria-invalid', 'true');
});

test('a described vehicle is a lead, and how many had no colour stands before its rows', async ({ page }) => {
  const receipt = { entryId: 'a'.repeat(26), leafHash: '0'.repeat(64) };
  const asked: unknown[] = [];
  await page.route('**/v1/camera-searches', (route) => {
    asked.push((route.request().postDataJSON() as { vehicle: unknown }).vehicle);
    const read = { readId: `r${asked.length}`, cameraId: 'cam-bridge', latitude: 39.995, longitude: -89.01, heading: 180, skewed: false, colour: { name: 'red', confidence: 0.84 }, capturedAt: new Date().toISOString() };
    const described = { looked: 200, colourUntold: 40, notice: 'A colour is a lead only.' };
    return route.fulfill({ json: { reads: [read], silent: [], described, nextPage: asked.length === 1 ? 'more' : null, ...receipt } });
  });
  await page.route('**/public/v1/cameras.geojson', (route) => route.abort());
  await open(page);
  await page.getByLabel('Cameras').fill('cam-bridge');
  await page.getByRole('checkbox', { name: 'Red' }).check();
  await page.getByLabel('State on its plate').fill('nv');
  await fillPurpose(page);

  await page.getByRole('button', { name: 'Search these cameras' }).click();

  const seen = page.getByRole('region', { name: 'What was seen' });
  await expect(seen.getByText('A colour is a lead only. Of 200 reads so far, 40 have no colour that could be told.')).toBeVisible();
  await expect(seen.getByText('Vehicle: red, told with 84 %')).toBeVisible();
  await seen.getByRole('button', { name: 'More rows' }).click();
  await expect(seen.getByText('Of 400 reads so far, 80 have no colour that could be told.')).toBeVisible();
  expect(asked).toEqual([{ colours: ['red'], state: 'NV' }, { colours: ['red'], state: 'NV' }]);
});

test('a description by a state alone or by many colours is refused at its field', async ({ page }) => {
  await page.route('**/public/v1/cameras.geojson', (route) => route.abort());
  await open(page);
  await page.getByLabel('Cameras').fill('cam-bridge');
  await page.getByLabel('State on its plate').fill('NV');
  await fillPurpose(page);
  await page.getByRole('button', { name: 'Search these cameras' }).click();
  const colours = page.getByRole('group', { name: 'Colour of the vehicle' });
  await expect(colours.getByText('This is missing.')).toBeVisible();

  for (const colour of ['Red', 'Yellow', 'Green', 'Blue']) await colours.getByRole('checkbox', { name: colour }).check();
  await page.getByRole('button', { name: 'Search these cameras' }).click();

  await expect(colours.getByText('Not accepted: 1 to 3 of light, dark, red')).toBeVisible();
});

test('a decoy looks like any other row, closed and opened', async ({ page }) => {
  const receipt = { entryId: 'a'.repeat(26), leafHash: '0'.repeat(64) };
  const at = new Date().toISOString();
  const place = { cameraId: 'cam-bridge', latitude: 39.995, longitude: -89.01, heading: 180, skewed: false, colour: { name: 'dark', confidence: 0.8 }, capturedAt: at };
  await page.route('**/v1/camera-searches', (route) => route.fulfill({ json: { reads: [{ readId: 'r1', ...place }, { readId: 'decoy', ...place }], silent: [], described: null, nextPage: null, ...receipt } }));
  await page.route('**/v1/read-views/*', (route) =>
    route.fulfill({ json: { readId: 'x', plate: route.request().url().endsWith('decoy') ? '34ABC97' : '9KZX418', state: null, confidence: 0.9, candidates: [], corrections: [], ...place, ...receipt } }));
  await page.route('**/public/v1/cameras.geojson', (route) => route.abort());
  await open(page);
  await page.getByLabel('Cameras').fill('cam-bridge');
  await fillPurpose(page);
  await page.getByRole('button', { name: 'Search these cameras' }).click();
  const rows = page.getByRole('region', { name: 'What was seen' }).locator('.card');
  await expect(rows).toHaveCount(2);
  expect(await rows.nth(0).innerHTML()).toBe(await rows.nth(1).innerHTML());

  for (const index of [0, 1]) await rows.nth(index).getByRole('button', { name: 'Open this read' }).click();

  await expect(rows.locator('.plate')).toHaveText(['9KZX418', '34ABC97']);
  const [real, decoy] = [await rows.nth(0).innerHTML(), await rows.nth(1).innerHTML()];
  expect(decoy.replace('34ABC97', '9KZX418')).toBe(real);
});
