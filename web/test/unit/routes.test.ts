import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';

/** What no person of the city asks for from the app, and why. */
const NOT_ASKED: Record<string, string> = {
  'POST /v1/uploads': 'cameras',
  'POST /v1/reads': 'cameras',
  'GET /v1/health': 'whoever watches that the city answers',
  'GET /openapi.json': 'programs',
  'GET /v1/public-lists': 'the public page has the same in hotlists.csv, for good',
  'GET /v1/hits/{hitId}/pictures/{kind}': 'the answer of a hit has the address of its pictures',
  'GET /v1/reviews/{week}': 'the list of reviews answers each of them whole',
};

const { paths } = JSON.parse(readFileSync('../functions/aws/src/main/resources/passby/openapi.json', 'utf8')) as { paths: Record<string, Record<string, unknown>> };
const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join('app', name), 'utf8'))
  .join('\n');

/** As an argument of the typed client, or as an address of a file or picture. */
function isAsked(path: string): boolean {
  const address = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(\\$\\{[^}]+\\}|[a-z]+)');
  return sources.includes(`'${path}'`) || new RegExp(`\`${address}\``).test(sources) || new RegExp(`\`${address.replace(/\/[^/]*$/, '')}\``).test(sources);
}

test('each route that a person of the city may call has its place in the app', () => {
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    ['get', 'post', 'put', 'delete'].filter((method) => method in methods).map((method) => [`${method.toUpperCase()} ${path}`, path] as const));
  const lacking = routes.filter(([, path]) => !isAsked(path)).map(([route]) => route);

  assert.ok(routes.length > 90);
  assert.deepEqual(lacking.sort(), Object.keys(NOT_ASKED).sort());
});
