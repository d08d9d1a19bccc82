import { expect, type Page } from '@playwright/test';
import { photograph } from './camera.ts';

/** What a person does in the app. */

export const OFFICER = 'officer-rivera';

/** What answers that a test makes up carry of the ledger. */
export const RECEIPT = { entryId: 'a'.repeat(26), leafHash: '0'.repeat(64) };

export async function signIn(page: Page, person: string, duty = 'Officer'): Promise<void> {
  await page.goto(process.env['PASSBY_APP'] ?? '');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: person }).click();
  // Asked once on each machine of each person.
  const chosen = page.getByLabel('Working as');
  const choice = page.getByRole('button', { name: duty, exact: true });
  await expect(chosen.or(choice)).toBeVisible();
  await (await choice.isVisible() ? choice.click() : chosen.selectOption(duty));
}

/** Signs in and goes to one part of the app. */
export async function open(page: Page, person: string, duty: string, part: string): Promise<void> {
  await signIn(page, person, duty);
  await page.getByRole('link', { name: part, exact: true }).click();
}

/** Photographs a listed car and opens the alarm that comes of it. */
export async function alertedHit(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Open hits' })).toBeVisible();
  await expect(page.getByText('Asking the city')).toHaveCount(0);
  const before = await page.locator('.alarm a').count();
  await photograph('front-day.jpg');
  // A phone that comes back online asks at once, so that nobody here waits for the next question.
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await expect(page.locator('.alarm a')).not.toHaveCount(before, { timeout: 1_000 });
  }).toPass();
  // The newest stands first.
  await page.locator('.alarm a').first().click();
  await expect(page.getByRole('img', { name: 'The picture of the vehicle' })).toBeVisible();
}

export async function matched(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Plate and state agree' }).click();
  await expect(page.locator('[data-state="image-matched"]')).toBeVisible();
}

/** A search form that is filled in well. */
export async function fillSearch(page: Page, plate: string): Promise<void> {
  await page.getByRole('link', { name: 'Search' }).click();
  await page.getByLabel('Plate').fill(plate);
  await fillPurpose(page);
}

/** Why somebody searches, filled in well. */
export async function fillPurpose(page: Page, why = 'Vehicle seen leaving the lot of the stolen-car report'): Promise<void> {
  await page.getByLabel('Offence').fill('240 Motor vehicle theft');
  await page.getByLabel('Case or call number').fill('26-000117');
  await page.getByLabel('Legal basis').selectOption('Reasonable suspicion');
  await page.getByLabel('Outside assignment').selectOption('None');
  await page.getByLabel(/Why do (you search|they ask)\?/).fill(why);
}

/** Calls the API as somebody else, beside the page. */
export async function call(person: string, method: string, path: string, body?: unknown): Promise<Response> {
  const token = await (await fetch(`${process.env['PASSBY_DESK']}/${person}`)).text();
  return fetch(process.env['PASSBY_API'] + path, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** A search that has its purpose, as the API takes it. */
export function searchFor(plate: string): object {
  return {
    plate, from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 60_000).toISOString(),
    purpose: {
      offenceCode: '240', caseNumber: '26-000117', legalBasis: 'reasonable-suspicion', onBehalfOf: 'self', outsideAssignment: 'none',
      narrative: 'Vehicle seen leaving the lot of the stolen-car report',
    },
  };
}

/** A custom entry of that officer. */
export function entry(plate: string, reason: string): object {
  const now = Date.now();
  return {
    plate, state: 'UNKNOWN', category: 'bolo', reason, caseNumber: '26-000118',
    effective: new Date(now).toISOString(), expires: new Date(now + 8 * 3_600_000).toISOString(),
  };
}

/** The date of so many days from now, as a field takes it. */
export function day(ahead: number): string {
  return new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
}
