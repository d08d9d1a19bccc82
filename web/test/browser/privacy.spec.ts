import { expect, type Page, test } from '@playwright/test';
import { fillSearch, OFFICER, signIn } from './person.ts';

/** What a browser keeps of a person, and to whom its pages speak. */

/** Everything that a browser keeps for a page beyond its life, as text. */
async function keptBy(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const cached: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, databases, cached]);
  });
}

test('the token lives in memory only: no storage, cookie or cache has it, and a page that is loaded anew is signed out', async ({ page, context }) => {
  let token = '';
  page.on('request', (request) => {
    token = request.headers()['authorization']?.replace('Bearer ', '') ?? token;
  });
  await signIn(page, OFFICER);
  await fillSearch(page, '9KZX418');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
  expect(token).not.toBe('');

  const kept = await keptBy(page);

  expect(kept).not.toContain(token);
  expect(kept).not.toContain('9KZX418');
  expect(await context.cookies(page.url()).then((cookies) => cookies.map(({ value }) => value))).not.toContain(token);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

for (const path of ['/app/', '/public/']) {
  test(`${path} is served under a policy that runs no stranger's script, and asks nothing of anybody else`, async ({ page }) => {
    const address = new URL(path, process.env['PASSBY_APP']);
    const strangers: string[] = [];
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== address.origin) strangers.push(request.url());
    });

    const answer = await page.goto(address.href);
    await page.waitForLoadState('networkidle');

    const policy = answer?.headers()['content-security-policy'] ?? '';
    for (const rule of ["require-trusted-types-for 'script'", "frame-ancestors 'none'", "base-uri 'none'", "default-src 'none'"]) expect(policy).toContain(rule);
    expect(policy).not.toMatch(/unsafe-(inline|eval)|https?:\/\/(?!127)/);
    expect(answer?.headers()['x-content-type-options']).toBe('nosniff');
    expect(strangers).toEqual([]);
    // Text that would become markup is refused by the browser itself.
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<img src=x>';
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
  });
}
