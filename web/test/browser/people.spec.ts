import { expect, test } from '@playwright/test';
import { call, day, OFFICER, open, signIn } from './person.ts';

/** Who somebody is in the app, and who says so. */

test('nothing is asked of the city before a person has said what they work as, and that is kept for them alone', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'chief-ito' }).click();
  await expect(page.getByRole('heading', { name: 'What do you work as?' })).toBeFocused();
  expect(asked.filter((path) => path.startsWith('/v1/'))).toEqual([]);

  await page.getByRole('button', { name: 'Chief', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'chief-ito' }).click();
  await expect(page.getByLabel('Working as')).toHaveValue('chief');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: OFFICER }).click();
  await expect(page.getByRole('heading', { name: 'What do you work as?' })).toBeVisible();
});

test('those who govern see policy, cameras and ledger', async ({ page }) => {
  await open(page, 'chief-ito', 'Chief', 'Policy');
  await page.getByRole('button', { name: 'I have read this policy' }).click();
  await expect(page.getByText('Acknowledged.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await open(page, 'admin-hale', 'Administrator', 'Cameras');
  await expect(page.locator('.card', { hasText: 'cam-bridge' })).toContainText('In service');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await open(page, 'auditor-quist', 'Auditor', 'Reviews');
  await expect(page.getByRole('heading', { level: 1, name: 'Weekly reviews' })).toBeVisible();
  await page.getByRole('link', { name: 'Holds' }).click();
  await expect(page.getByText('Nothing is held.').or(page.locator('.card')).first()).toBeVisible();
  await page.getByRole('link', { name: 'Ledger' }).click();
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByRole('region', { name: 'Entries' }).or(page.getByText('No sealed entry fits'))).toBeVisible();
});

test('a person sees where they are signed in, and the Program Manager ends the sign-in of a lost phone', async ({ page }) => {
  await call('records-zhou', 'GET', '/v1/holds');
  await open(page, OFFICER, 'Officer', 'My entries');
  await page.getByRole('button', { name: 'Show my sign-ins' }).click();
  await expect(page.locator('[data-session]').first()).toContainText('this page');
  await page.getByRole('button', { name: 'Sign out' }).click();

  await open(page, 'manager-osei', 'Program Manager', 'People');
  await page.getByLabel('Whose').fill('records-zhou');
  await page.getByRole('button', { name: 'Show sign-ins' }).click();
  await expect(page.locator('[data-session]').first()).toBeVisible();
  const before = await page.locator('[data-session]').count();
  await page.getByRole('button', { name: 'End this sign-in' }).first().click();

  await expect(page.locator('[data-session]')).toHaveCount(before - 1);
});

test('an officer registers a plate of their own, and is not told it again', async ({ page }) => {
  await open(page, OFFICER, 'Officer', 'My plates');
  await page.getByLabel('Plate').fill('8OWN118');
  await page.getByRole('button', { name: 'Register the plate' }).click();
  await expect(page.getByLabel('Forgotten on')).toHaveAttribute('aria-invalid', 'true');

  await page.getByLabel('Forgotten on').fill(day(300));
  await page.getByRole('button', { name: 'Register the plate' }).click();

  await expect(page.getByText(/It counts until .* Ledger entry/)).toBeVisible();
});

test('the Program Manager enters the hours of somebody and a shift that changes hands', async ({ page }) => {
  await open(page, 'manager-osei', 'Program Manager', 'Duty hours');
  const week = page.locator('section', { hasText: "A person's week" });
  await week.getByLabel('Account').fill('officer-lund');
  await week.getByLabel('Time zone').fill('America/Chicago');
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(week.getByLabel('Day')).toHaveAttribute('aria-invalid', 'true');
  await week.getByLabel('Day').selectOption('Monday');
  await week.getByLabel('Begins').fill('07:00');
  await week.getByLabel('Hours').fill('10');
  await week.getByLabel('Until').fill(day(90));
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(page.getByText('officer-lund, in the time of America/Chicago: Monday 07:00 for 10 h')).toBeVisible();
  await week.getByLabel('Account').fill(OFFICER);
  await week.getByRole('button', { name: 'Enter these hours' }).click();
  await expect(page.getByText(`${OFFICER}, in the time of`)).toBeVisible();

  const swap = page.locator('section', { hasText: 'A shift that changes hands' });
  await swap.getByLabel('Whose it was').fill('officer-lund');
  await swap.getByLabel('Who takes it').fill(OFFICER);
  await swap.getByLabel('From').fill(`${day(7)}T07:00`);
  await swap.getByLabel('To').fill(`${day(7)}T17:00`);
  await swap.getByRole('button', { name: 'Enter the swap' }).click();

  await expect(page.getByText('officer-lund, in the time of')).toContainText('1 given away');
});

test('a lost second factor is taken away by two others, and what is missing stands at its field', async ({ page }) => {
  await open(page, 'manager-osei', 'Program Manager', 'Second factors');
  await page.getByRole('button', { name: 'Ask for a new second factor' }).click();
  await expect(page.getByLabel('Whose')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Whose').fill('officer-lund');
  await page.getByRole('button', { name: 'Ask for a new second factor' }).click();
  await expect(page.getByLabel('What happened?')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('What happened?').fill('The phone fell into the river');
  await page.getByRole('button', { name: 'Ask for a new second factor' }).click();
  await expect(page.getByText('It waits for a chief or a Program Manager')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await open(page, 'chief-ito', 'Chief', 'Approvals');
  const card = page.locator('.card', { hasText: 'The phone fell into the river' });
  await card.getByRole('button', { name: 'Decide' }).click();
  await expect(card.getByLabel('Your decision')).toHaveAttribute('aria-invalid', 'true');
  await card.getByLabel('Your decision').selectOption('Take the old one away');
  await card.getByLabel('In which role').selectOption('Chief');
  await card.getByLabel('Reason, for the ledger').fill('Seen in person');
  await card.getByRole('button', { name: 'Decide' }).click();

  await expect(card).toHaveCount(0);
});

const PEOPLE = [
  [OFFICER, 'Officer'], ['manager-osei', 'Program Manager'], ['chief-ito', 'Chief'],
  ['records-zhou', 'Records officer'], ['auditor-quist', 'Auditor'], ['admin-hale', 'Administrator'],
] as const;

test('no part that somebody is shown is refused to them: each refusal would stand in the ledger as an attempt of theirs', async ({ page }) => {
  test.setTimeout(240_000);
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(`${answer.request().method()} ${new URL(answer.url()).pathname}`);
  });
  for (const [person, duty] of PEOPLE) {
    await signIn(page, person, duty);
    const parts = page.getByRole('navigation').getByRole('link');
    await expect(parts.first()).toBeVisible();
    for (const part of await parts.all()) {
      await part.click();
      await expect(part).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText('Asking the city')).toHaveCount(0);
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(refused, `asked for by the app for ${duty}`).toEqual([]);
  }
});
