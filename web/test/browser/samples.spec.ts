import { expect, type Page, test } from '@playwright/test';
import { open, RECEIPT, signIn } from './person.ts';
import { twoSamples } from './samples.ts';

/** Labelling the random sample: what the reader read is no hint to whoever judges it. */

async function two(page: Page): Promise<string[]> {
  const calls = await twoSamples(page);
  await open(page, 'records-zhou', 'Records officer', 'Samples');
  await expect(page.getByText('Sample 1 of 2')).toBeVisible();
  return calls;
}

test('what the reader read is asked for only after the person has typed the plate, and follows from it', { tag: '@both' }, async ({ page }) => {
  const calls = await two(page);
  await page.getByLabel('What is on the plate?').fill('hwl 5o93');
  await page.getByLabel('Its state').fill('oh');
  await page.getByRole('button', { name: 'This is what I read' }).click();
  await expect(page.getByText('Is it what the picture shows?')).toBeVisible();
  expect(calls).toEqual([]);

  await page.getByRole('button', { name: 'Yes, enter it' }).click();

  await expect(page.getByText('The reader was right. Ledger entry')).toBeVisible();
  expect(calls).toEqual(['opened', '{"label":"right"}']);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Sample 2 of 2')).toBeVisible();
  await expect(page.getByText('HWL5093')).toHaveCount(0);
});

test('a plate that differs counts against the reader, and each difference is named', async ({ page }) => {
  const calls = await two(page);
  await page.getByLabel('What is on the plate?').fill('HWL5D98');
  await page.getByRole('button', { name: 'This is what I read' }).click();
  await page.getByRole('button', { name: 'Yes, enter it' }).click();

  await expect(page.getByText('Character 5: you D, reader 0. Character 7: you 8, reader 3.')).toBeVisible();
  expect(calls).toEqual(['opened', '{"label":"wrong","legible":"HWL5D98"}']);
});

test('"I cannot tell" is an answer, and nothing of the reader is shown for it', async ({ page }) => {
  const calls = await two(page);

  await page.getByRole('button', { name: 'I cannot tell' }).click();
  await expect(page.getByText('Nobody can read it')).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'This is no plate' }).click();
  await page.getByRole('button', { name: 'Next' }).click();

  await expect(page.getByText('These 2 are done.')).toBeVisible();
  expect(calls).toEqual(['{"label":"illegible"}', '{"label":"not-a-plate"}']);
});

test('an empty plate, look-alike letters and half a state are said at their fields, and nothing is opened', async ({ page }) => {
  const calls = await two(page);
  const plate = page.getByLabel('What is on the plate?');
  await page.getByRole('button', { name: 'This is what I read' }).click();
  await expect(plate).toHaveAttribute('aria-invalid', 'true');
  await expect(plate).toBeFocused();

  await plate.fill('НWL5093');
  await page.getByRole('button', { name: 'This is what I read' }).click();
  await expect(page.getByText('Not one of them, though it may look so: Н (U+041D)')).toBeVisible();
  await plate.fill('HWL5093');
  await page.getByLabel('Its state').fill('O');
  await page.getByRole('button', { name: 'This is what I read' }).click();

  await expect(page.getByText('A state has two letters')).toBeVisible();
  expect(calls).toEqual([]);
});

test('without a picture nothing can be said of a sample', async ({ page }) => {
  await twoSamples(page);
  await page.route('**/v1/samples/*/pictures/*', (route) => route.fulfill({ contentType: 'image/jpeg', body: 'no picture' }));
  await open(page, 'records-zhou', 'Records officer', 'Samples');

  await expect(page.getByText('The picture of the plate comes first.')).toBeVisible();
  await expect(page.getByLabel('What is on the plate?')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'I cannot tell' })).toBeDisabled();
});

test('a sample that somebody else labelled meanwhile is left to them', async ({ page }) => {
  await two(page);
  const said = { type: 'https://passby.example/problems/conflict', title: 'Conflict', status: 409, detail: 'The sample was labelled already, or somebody else is at it.', ...RECEIPT };
  await page.route('**/v1/samples/*/label', (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(said) }));

  await page.getByRole('button', { name: 'I cannot tell' }).click();
  await expect(page.getByText('The sample was labelled already')).toBeVisible();
  await page.getByRole('button', { name: 'Leave it to somebody else' }).click();

  await expect(page.getByText('Sample 2 of 2')).toBeVisible();
});

test('in the real city no sample waits on its first day, and an officer is shown none', async ({ page }) => {
  await open(page, 'records-zhou', 'Records officer', 'Samples');

  await expect(page.getByText('No sample waits.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'officer-rivera');
  await expect(page.getByRole('link', { name: 'Samples' })).toHaveCount(0);
});

test('a test drive is compared in the page, and only how each pass went is sent', async ({ page }) => {
  const sent: string[] = [];
  await page.route('**/v1/test-drives', (route) => {
    sent.push(route.request().postData() ?? '');
    return route.fulfill({ status: 201, json: { passes: 2, ...RECEIPT } });
  });
  await open(page, 'records-zhou', 'Records officer', 'Samples');
  await page.getByText('Enter a test drive').click();
  await page.getByRole('button', { name: 'Add this pass' }).click();
  await expect(page.getByLabel('Reader')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Reader').fill('passby 1.0.0');
  for (const read of ['hwl-5093', 'HWL5098']) {
    await page.getByLabel('What was read').fill(read);
    await page.getByLabel('What is on the plate').fill('HWL5093');
    await page.getByRole('button', { name: 'Add this pass' }).click();
    await expect(page.getByLabel('What was read')).toHaveValue('');
  }
  const file = (text: string) => ({ name: 'drive.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByLabel('Or a file of passes').setInputFiles(file('plate\nHWL5093\n'));
  await expect(page.getByText('This file has other columns')).toBeVisible();
  await page.getByLabel('Or a file of passes').setInputFiles(file(`capturedAt,engine,state,read,truth\n${new Date().toISOString()},passby 1.0.0,,,HWL5093\n`));
  await expect(page.getByText('1 of which nothing was read')).toBeVisible();

  await page.getByLabel('Camera').fill('cam-bridge');
  await page.getByRole('button', { name: 'Enter 2 passes' }).click();

  await expect(page.getByText('2 passes of cam-bridge are counted.')).toBeVisible();
  const { cameraId, passes } = JSON.parse(sent[0] ?? '') as { cameraId: string; passes: { label: string }[] };
  expect([cameraId, ...passes.map(({ label }) => label)]).toEqual(['cam-bridge', 'right', 'wrong']);
  expect(sent[0]).not.toContain('HWL');
});

test('the real city takes no test drive where it stores reads, and what is missing stands at its field', async ({ page }) => {
  await open(page, 'records-zhou', 'Records officer', 'Samples');
  await page.getByText('Enter a test drive').click();
  await page.getByLabel('Reader').fill('passby 1.0.0');
  await page.getByLabel('What was read').fill('HWL5093');
  await page.getByLabel('What is on the plate').fill('HWL5093');
  await page.getByRole('button', { name: 'Add this pass' }).click();
  await page.getByRole('button', { name: 'Enter 1 pass' }).click();
  await expect(page.getByLabel('Camera')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Camera').fill('cam-bridge');
  await page.getByRole('button', { name: 'Enter 1 pass' }).click();

  await expect(page.getByText('Reads are stored in this city')).toBeVisible();
  await expect(page.getByText('1 read rightly')).toBeVisible();
});
