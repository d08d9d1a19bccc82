import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

/** The public page of a made-up city after a quarter, in which VerifyDataTest planted a stalker and a chief: the files are those that it leaves behind. */

const QUARTER = '../ledger-verifier/target/planted-quarter';
const FOLDER = '../docs/web';
const DAYS = 91;
const PLACES: readonly (readonly [path: string, folder: string])[] = [['/public/v1/', `${QUARTER}/v1`], ['/log/', `${QUARTER}/log`], ['/public/', 'target/site/public']];
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

let server: Server;

test.skip(!existsSync(`${QUARTER}/log/vkey`), 'scripts/test leaves the quarter behind');

test.beforeAll(async () => {
  server = createServer((request, answer) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const [prefix = '', folder = ''] = PLACES.find(([start]) => path.startsWith(start)) ?? [];
    const file = join(folder, path === prefix ? 'index.html' : path.slice(prefix.length));
    if (prefix === '' || !existsSync(file) || !statSync(file).isFile()) return answer.writeHead(404).end();
    return answer.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

test.afterAll(() => server.close());

test('a quarter is counted again in the browser and can be looked at: a bar for each day, the rules, and who asked', async ({ page }) => {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/public/`);

  await expect(page.getByText(/Verified in your browser: [\d,]+ entries/)).toBeVisible();
  const searches = page.locator('[data-figure="searches"]');
  expect(Number((await searches.locator('strong').innerText()).replace(/\D/g, ''))).toBeGreaterThan(500);
  expect(((await searches.locator('path').getAttribute('d')) ?? '').split('z').length - 1).toBe(DAYS);
  await expect(page.locator('.rules')).toContainText('Forgotten after 7 days.');
  await expect(page.getByRole('region', { name: 'Lists of other agencies' })).toContainText('State Police');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  if (process.env['PASSBY_SCREENSHOTS'] !== '1') return;
  mkdirSync(FOLDER, { recursive: true });
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    await page.screenshot({ path: join(FOLDER, `public-quarter-${width}.jpg`), type: 'jpeg', quality: 55 });
  }
  await page.locator('.rules').screenshot({ path: join(FOLDER, 'public-rules-1280.jpg'), type: 'jpeg', quality: 55 });
});
