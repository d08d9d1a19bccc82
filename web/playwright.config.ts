import { defineConfig } from '@playwright/test';

/** The browser tests: Debian's Chromium against the real local city, at the size of a phone and of a desk. */
const launchOptions = {
  executablePath: process.env['PASSBY_CHROMIUM'] ?? '/usr/bin/chromium',
  // Chromium refuses to run as root, as CI does, with its sandbox; the pages are our own.
  args: ['--no-sandbox', '--autoplay-policy=user-gesture-required'],
};

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/browser/start-city.ts',
  outputDir: 'target/browser',
  // One city, one after the other: its hits are everybody's.
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  // Whoever tests the service worker allows it: with it, the tests' own answers would not reach the page.
  use: { launchOptions, screenshot: 'only-on-failure', locale: 'en-US', serviceWorkers: 'block' },
  projects: [
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: 'dark' } },
    // What looks or is reached otherwise on a desk is tried there too.
    { name: 'desk', grep: /@both/, use: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } },
  ],
});
