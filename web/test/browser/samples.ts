import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { RECEIPT } from './person.ts';

/** Samples are ready a day after their reads: a page is given two that are made up. What the city keeps of them is tested in Java. */

const PICTURE = readFileSync('../localstack/local/src/main/resources/passby/local/springfield/samples/front-day.jpg');

function sample(place: number): object {
  return {
    sampleId: `20261127-${place}-cam-bridge`, cameraId: 'cam-bridge', day: '2026-11-27', engine: 'passby', engineVersion: '1.0.0',
    expiresAt: new Date(Date.now() + 6 * 86_400_000).toISOString(), label: null,
  };
}

/** Two samples wait. Returns what the page asked and sent, in its order. */
export async function twoSamples(page: Page): Promise<string[]> {
  const calls: string[] = [];
  await page.route('**/v1/samples', (route) => route.fulfill({ json: { samples: [sample(0), sample(1)], ...RECEIPT } }));
  await page.route('**/v1/samples/*', (route) => {
    calls.push('opened');
    return route.fulfill({ json: { ...sample(0), plate: 'HWL5093', state: 'OH', capturedAt: new Date().toISOString(), pictures: { plate: '', vehicle: '' }, ...RECEIPT } });
  });
  await page.route('**/v1/samples/*/pictures/*', (route) => route.fulfill({ contentType: 'image/jpeg', body: PICTURE }));
  await page.route('**/v1/samples/*/label', (route) => {
    calls.push(route.request().postData() ?? '');
    return route.fulfill({ json: { ...sample(0), label: 'right', ...RECEIPT } });
  });
  return calls;
}
